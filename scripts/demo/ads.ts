import { connectAds, partsOf } from './ad-account.js';
import { figures, pause } from './ad-results.js';
import type { Api } from './api.js';
import { launchBody, type LaunchParts } from './launch-body.js';
import { withQuickReview } from './quick-review.js';
import { show, step, table, until } from './story.js';

interface DryRun {
  complaints: { field: string; rule: string; message: string; suggestion?: unknown }[];
  plan: unknown[];
  largestDailySpend: { words: string };
}
interface Launch {
  launchId: string;
  status: string;
  failReason: string | null;
  campaignId: string | null;
  plan: { name: string; status: string; objectId: string | null; message: string | null }[];
}

const OVER = new Set(['live', 'partly_live', 'failed', 'cancelled', 'awaiting_approval']);

/** Launches a campaign, measures and pauses it. @returns the ad account */
export async function ads(api: Api, sandbox: string, name: string): Promise<string> {
  const account = await connectAds(api);
  const parts = await partsOf(api, account.accountId);
  const campaignId = await withQuickReview(sandbox, () => launch(api, parts, name));
  await figures(api, account.accountId);
  await pause(api, account.accountId, campaignId);
  return account.accountId;
}

/** @returns the campaign */
async function launch(api: Api, parts: LaunchParts, name: string): Promise<string> {
  step(
    'Dry run',
    'One body has the campaign, its ad groups and ads. Nothing is created; all complaints come at once.',
  );
  const tight = launchBody(name, '10.00', parts);
  const { complaints } = await api.post<DryRun>('api/ads/launches', { ...tight, dryRun: true });
  for (const one of complaints) show(one.field, `${one.message} (${one.rule})`);
  const body = launchBody(name, '50.00', parts);
  const dry = await api.post<DryRun>('api/ads/launches', { ...body, dryRun: true });
  show('with 50.00', `${dry.complaints.length} complaints, ${dry.plan.length} steps`);
  show('may cost', dry.largestDailySpend.words);

  step('Launch it', 'Everything is created paused; TikTok reviews it; the campaign is enabled last.');
  const { launchId } = await api.post<Launch>('api/ads/launches', body);
  const passed: string[] = [];
  const done = await until(
    'the launch',
    async () => {
      const now = await api.get<Launch>(`api/ads/launches/${launchId}`);
      if (passed.at(-1) !== now.status) passed.push(now.status);
      return now;
    },
    ({ status }) => OVER.has(status),
  );
  show('states', passed.join(' → '));
  table([
    ['step', 'status', 'at TikTok'],
    ...done.plan.map((one) => [one.name, one.status, one.objectId ?? '']),
  ]);
  if (done.status !== 'live') throw new Error(done.failReason ?? `the launch is ${done.status}`);
  return done.campaignId ?? '';
}
