import { eventually } from 'tiktok-sandbox/testing';
import { HealthSchedule } from '../../../src/ads/health/health-schedule.js';
import type { ApiClient, PageBody } from '../api-client.js';
import type { ConnectorOptions, RunningConnector } from '../connector.js';
import { WITH_ADS } from './ads-account.js';

/** A connector that checks ad accounts, as often as tests ask for it. */
export const WITH_HEALTH: ConnectorOptions = {
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_HEALTH_INTERVAL_MINUTES: '60' },
};

export interface HealthBody {
  accountId: string;
  state: string;
  problem: { code: string; reason: string; fix: string } | null;
  status: string | null;
  balance: string | null;
  checkedAt: string | null;
}

export interface FindingBody {
  topic: string;
  objectId: string;
  name: string | null;
  reason: string;
  fix: string | null;
}

export interface NoticeBody {
  kind: string;
  severity: string;
  title: string;
  detail: string;
  subject: { type: string; id: string };
  resolvedAt: string | null;
}

/** Checks all ad accounts now, and waits for the end. */
export async function checkAll(connector: RunningConnector): Promise<void> {
  await connector.app.get(HealthSchedule, { strict: false }).enrol();
  await connector.hurry('ad-health');
  await settled(connector);
}

async function settled({ database }: RunningConnector): Promise<void> {
  await eventually(async () => {
    const [row] = await database.query<{ open: number; error: string | null }>(
      `SELECT count(*)::int AS open, max(last_error) AS error FROM ad_account_health
       WHERE due_at <= now() + interval '5 minutes' OR lease_until > now()`,
    );
    if (row?.error) throw new Error(row.error);
    return row?.open === 0;
  }, 30_000);
}

export async function healthOf(api: ApiClient, accountId: string): Promise<HealthBody | undefined> {
  const { body } = await api.get<PageBody<HealthBody>>(`/api/ads/health?accountId=${accountId}`);
  return body.items[0];
}

export async function findings(api: ApiClient, topic: string): Promise<FindingBody[]> {
  const { body } = await api.get<PageBody<FindingBody>>(`/api/ads/health/findings?topic=${topic}`);
  return body.items;
}

/** Notices of a kind, the newest first. */
export async function notices(api: ApiClient, kind: string): Promise<NoticeBody[]> {
  const { body } = await api.get<PageBody<NoticeBody>>('/api/notifications?limit=200');
  return body.items.filter((one) => one.kind === kind);
}
