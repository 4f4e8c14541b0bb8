import { cutText } from '../../src/common/index.js';
import type { Api } from './api.js';
import { show, step, table } from './story.js';

interface Figures {
  currency: string;
  timeZone: string;
  asOf: string;
  items: { objectId: string; metrics: Record<string, string | null>; final: boolean; finalAt: string }[];
}
interface Change {
  action: string;
  level: string;
  state: string;
  actor: string;
  userId: string | null;
  reason: string | null;
  tiktokRequestId: string | null;
}
interface Page<T> {
  items: T[];
}

/** @returns a day in the past, as YYYY-MM-DD */
function day(before: number): string {
  return new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
}

/** Shows the figures of the last days. */
export async function figures(api: Api, accountId: string): Promise<void> {
  step(
    'Read figures',
    'Decimals as text, days in the time zone of the ad account, and what may still change.',
  );
  const query = `accountId=${accountId}&level=campaign&from=${day(7)}&to=${day(1)}&metrics=spend,impressions,clicks`;
  const answer = await api.get<Figures>(`api/ads/metrics?${query}&limit=5`);
  show('as of', `${answer.asOf}, in ${answer.currency}, ${answer.timeZone}`);
  table([
    ['campaign', 'spend', 'impressions', 'clicks', 'final'],
    ...answer.items.map(({ objectId, metrics, final, finalAt }) => [
      objectId,
      metrics.spend ?? '–',
      metrics.impressions ?? '–',
      metrics.clicks ?? '–',
      final ? 'yes' : `on ${finalAt.slice(0, 10)}`,
    ]),
  ]);
}

/** Pauses the campaign, and shows who changed what. */
export async function pause(api: Api, accountId: string, campaignId: string): Promise<void> {
  step(
    'Pause it',
    'One call. Every change stays in a list: who, why, and the id by which TikTok finds the call.',
  );
  const { results } = await api.post<{ results: { id: string; result: string }[] }>('api/ads/status', {
    level: 'campaign',
    accountId,
    ids: [campaignId],
    status: 'pause',
    reason: 'end of the demo',
  });
  for (const { id, result } of results) show('campaign', `${id}: ${result}`);
  const { items } = await api.get<Page<Change>>(`api/ads/changes?accountId=${accountId}&limit=8`);
  table([
    ['change', 'state', 'by', 'why', 'TikTok’s request id'],
    ...items.map((one) => [
      `${one.action} ${one.level}`,
      one.state,
      one.userId ?? one.actor,
      cutText(one.reason ?? '', 24),
      one.tiktokRequestId ?? '',
    ]),
  ]);
}
