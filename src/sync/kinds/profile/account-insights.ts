import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import {
  ACCOUNT_DAY_FIELDS,
  AccountApi,
  AUDIENCE_FIELDS,
  wireCounter,
  type AccountProfile,
  type BusinessAccount,
} from '../../../tiktok/index.js';
import { AccountDays, type AccountFigures } from '../../activity/account-days.js';
import { isIntervalOver } from '../../policy/cadence.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { OptionalPart } from '../optional-part.js';

const DAY_MS = 86_400_000;
// TikTok looks back 60 days, counted by its own clock.
const LOOK_BACK_DAYS = 59;
// Figures arrive 24 to 48 h late, and may change afterwards.
const REREAD_DAYS = 3;

/** Reads what the Business API knows of an account by day, and of its audience. */
@Injectable()
export class AccountInsights {
  constructor(
    private readonly accounts: AccountApi,
    private readonly optional: OptionalPart,
    private readonly days: AccountDays,
    private readonly policies: SyncPolicies,
    private readonly clock: Clock,
  ) {}

  /** Does nothing before insights are due, or for an account without this access. */
  async read(kindRun: KindRun): Promise<void> {
    const { run, integration } = kindRun;
    const account = this.optional.insightsAccount(integration);
    if (!account) return;
    const { readAt, day } = await this.days.lastRead(run.integrationId, 'business_api');
    const { insightsEveryHours } = await this.policies.current();
    const isDue = run.trigger === 'manual' || isIntervalOver(readAt, insightsEveryHours, this.clock.now());
    if (!isDue) return;
    await this.optional.run(kindRun, 'insights', () => this.readFrom(kindRun, account, day));
  }

  private async readFrom(
    { integration, progress }: KindRun,
    account: BusinessAccount,
    lastDay: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const profile = await this.accounts.get(account, {
      fields: [...ACCOUNT_DAY_FIELDS, ...AUDIENCE_FIELDS],
      start_date: firstDay(lastDay, now),
      end_date: dayOf(now.getTime() - DAY_MS),
    });
    const days = figuresOf(profile, dayOf(now.getTime()));
    await progress.save(null, (em) => this.days.write(em, integration, 'business_api', now, days));
  }
}

function firstDay(lastDay: string | null, now: Date): string {
  const earliest = now.getTime() - LOOK_BACK_DAYS * DAY_MS;
  const again = lastDay === null ? 0 : Date.parse(lastDay) - REREAD_DAYS * DAY_MS;
  return dayOf(Math.min(Math.max(earliest, again), now.getTime() - DAY_MS));
}

/** The days that TikTok names, and the audience as it is today. */
function figuresOf({ metrics, ...profile }: AccountProfile, today: string): AccountFigures[] {
  const byDay = new Map<string, AccountFigures>();
  for (const metric of (Array.isArray(metrics) ? metrics : []) as unknown[]) {
    const { date, followers_count: followers, ...rest } = (metric ?? {}) as Record<string, unknown>;
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
      continue;
    byDay.set(date, { ...NOTHING, day: date, followers: wireCounter(followers), insights: readOnly(rest) });
  }
  const audience = readOnly(Object.fromEntries(AUDIENCE_FIELDS.map((field) => [field, profile[field]])));
  if (Object.keys(audience).length > 0) {
    const day = byDay.get(today) ?? { ...NOTHING, day: today };
    byDay.set(today, { ...day, insights: { ...day.insights, audience } });
  }
  return [...byDay.values()];
}

const NOTHING = { followers: null, following: null, likes: null, videos: null, insights: null };

/** Leaves out what TikTok did not send. */
function readOnly(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : wireCounter(value) !== null,
    ),
  );
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
