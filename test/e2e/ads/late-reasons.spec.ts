import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerEditor } from '../../support/answer-editor.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { checkAll, findings } from '../../support/given/ad-health.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  launchTenant,
  reviewedLaunch,
  withLaunches,
  type Launch,
  type LaunchParts,
} from '../../support/given/launches.js';

const REVIEWS = '/open_api/v1.3/ad/review_info/';
const REASON = 'The music is too loud.';
const DAY_SECONDS = 86_400;

interface Reviews {
  data: { ad_review_map: Record<string, object> };
}

let editor: AnswerEditor;
let connector: RunningConnector;
let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  editor = await AnswerEditor.start();
  const options = withLaunches(
    { TIKTOK_BUSINESS_BASE_URL: editor.url, ADS_HEALTH_INTERVAL_MINUTES: '60' },
    { reviewMs: 600_000, appRateLimits: false },
  );
  connector = await startConnector(options);
  editor.target = connector.sandbox.url;
  ({ tenant, parts } = await launchTenant(connector));
}, 60_000);
afterEach(() => {
  editor.clear();
  connector.moveClock(0);
});
afterAll(async () => {
  await connector.stop();
  await editor.close();
});

/** Lets TikTok keep its reasons to itself. */
function hideReasons(): void {
  editor.edit(REVIEWS, (body) => {
    const { data } = body as unknown as Reviews;
    const all = Object.entries(data.ad_review_map).map(([id, ad]) => [id, { ...ad, reject_info: [] }]);
    return { ...body, data: { ...data, ad_review_map: Object.fromEntries(all) } };
  });
}

/** A launch whose only ad TikTok rejects without a reason. */
async function rejected(name: string): Promise<{ launchId: string; adId: string }> {
  hideReasons();
  const begun = await tenant.api.post<Launch>('/api/ads/launches', launchBody('TRAFFIC', parts, { name }));
  const { launchId, plan } = await reviewedLaunch(connector, tenant.api, begun.body.launchId);
  const adId = plan.find(({ kind }) => kind === 'ad')?.objectId ?? '';
  await connector.sandbox.control(`/business/ads/${adId}`, { action: 'reject', reason: REASON });
  expect(await endedLaunch(connector, tenant.api, launchId)).toMatchObject({ failCode: 'ads_rejected' });
  return { launchId, adId };
}

const reasonsOf = async (launchId: string) =>
  (await tenant.api.get<Launch>(`/api/ads/launches/${launchId}`)).body.rejectedAds;

async function findingOf(adId: string) {
  return (await findings(tenant.api, 'rejected')).find(({ objectId }) => objectId === adId)?.reason;
}

/** @returns how often TikTok was asked for reviews */
async function check(): Promise<number> {
  const before = editor.callsOf(REVIEWS);
  await checkAll(connector);
  return editor.callsOf(REVIEWS) - before;
}

describe('a rejection without a reason', () => {
  it('gets its reason by a later check, in the finding and in the launch', async () => {
    const { launchId, adId } = await rejected('Late reason');
    await check();
    expect(await findingOf(adId)).toBe('TikTok gave no reason.');
    expect(await check()).toBe(1);
    expect((await reasonsOf(launchId))[0]).toMatchObject({
      adId,
      reasons: [expect.not.stringMatching(REASON)],
    });

    editor.clear();
    await check();

    expect(await findingOf(adId)).toContain(REASON);
    expect(await reasonsOf(launchId)).toEqual([{ adId, reasons: [REASON] }]);
    expect(await check()).toBe(0);
  }, 60_000);

  it('is asked for no longer after two weeks', async () => {
    const { adId } = await rejected('Never a reason');
    await check();
    expect(await check()).toBe(1);
    connector.moveClock(15 * DAY_SECONDS);
    expect(await check()).toBe(0);
    expect(await findingOf(adId)).toBe('TikTok gave no reason.');
  }, 60_000);
});
