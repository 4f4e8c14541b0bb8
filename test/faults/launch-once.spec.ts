import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../support/api-client.js';
import {
  adTenantAt,
  inDollars,
  uploadCreative,
  type AdTenant,
  type Creative,
} from '../support/given/ad-tenant.js';
import {
  call,
  IN_REVIEW,
  ONCE_REVIEWED,
  stepSaved,
  UNTIL_REVIEW,
  WHILE_ENABLING,
} from '../support/given/launch-kill-points.js';
import { isOver, launchBody, launchParts, type Launch } from '../support/given/launches.js';
import { photo } from '../support/given/photos.js';
import { clip } from '../support/given/videos.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Step } from '../support/harness/crash-harness.js';
import { until } from '../support/harness/until.js';
import { withSeed, type SeededRandom } from '../support/seeded-random.js';
import { IS_SOAK, sampleOf } from '../support/short-form.js';

const MINUTES = 60_000;
const API = '/open_api/v1.3';
const VIDEO_UPLOAD = '/file/video/ad/upload/';
const REVIEW_SECONDS = 600;
// Each run of the short form draws others: a step that begins to create twice fails within a few runs, and always in the soak.
const SHORT_KILL_POINTS = 2;
const FAMILIES = [
  ['us_plus', 'WEB_CONVERSIONS', `${API}/smart_plus`],
  ['manual', 'TRAFFIC', API],
] as const;
type Objective = (typeof FAMILIES)[number][1];

const ALL_ENABLED = {
  campaigns: 1,
  adgroups: ['Group 0 ENABLE', 'Group 1 ENABLE'],
  ads: ['Ad 0.0 ENABLE', 'Ad 0.1 ENABLE', 'Ad 1.0 ENABLE', 'Ad 1.1 ENABLE'],
};

let harness: CrashHarness;
let tenant: AdTenant;
beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open({
    sandbox: {
      business: {
        appLevel: 'ultimate',
        reviewMs: REVIEW_SECONDS * 1000,
        seedAds: false,
        usPlusCtaId: 'optional',
        manualCreateEndsAt: '',
        appRateLimits: false,
      },
    },
    environment: {
      TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
      TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
      TIKTOK_BUSINESS_TIER: 'ultimate',
      ADS_SETTLE_SECONDS: '1',
      ADS_REVIEW_POLL_SECONDS: '1',
    },
    journals: ['ad_changes', 'ad_launch_steps'],
    work: ['ad_launches', 'ad_changes', 'ad_creatives'],
  });
  const service = await harness.start();
  const organisationId = `org-${randomUUID()}`;
  const api = harness.api({ organisationId, username: '' }, service);
  tenant = inDollars(await adTenantAt(harness.sandbox, api, organisationId));
}, 5 * MINUTES);
afterAll(() => harness.close());

// All processes have the same address.
const api = (): ApiClient => tenant.api;
const resume = () => harness.start();

/** The bytes, with an MP4 `free` box that makes them others each time. */
async function newClip(): Promise<Buffer> {
  const box = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('free'), randomBytes(8)]);
  return Buffer.concat([await clip(), box]);
}

async function upload(kind: 'videos' | 'images', bytes: Uint8Array): Promise<string> {
  const answer = await uploadCreative<Creative>(api(), kind, bytes, { accountId: tenant.accountId });
  expect(answer).toMatchObject({ status: 202 });
  return answer.body.id;
}

/** Orders a launch whose ads show a video and a picture in turn. @returns its id */
async function order(objective: Objective, name: string, video: string, image: string): Promise<string> {
  const parts = await launchParts(tenant, video);
  const music = await api().get<{ items: { id: string }[] }>(
    `/api/ads/tools/music?accountId=${tenant.accountId}`,
  );
  const carousel = { uploadId: image, musicId: music.body.items[0]?.id };
  const body = launchBody(objective, parts, { adGroups: 2, adsEach: 2, name });
  for (const group of body.adGroups as { ads: { creative: object }[] }[])
    for (const ad of group.ads.slice(1, 2)) ad.creative = carousel;
  const answer = await api().post<Launch>('/api/ads/launches', body);
  expect(answer).toMatchObject({ status: 202 });
  return answer.body.launchId;
}

const launchNow = async (id: string) => (await api().get<Launch>(`/api/ads/launches/${id}`)).body;

function ended(id: string): Promise<Launch> {
  return until(async () => {
    const launch = await launchNow(id);
    await expectNoEarlySpending();
    return isOver(launch) && launch;
  });
}

interface Row {
  id: string;
  name: string;
  campaignId: string;
  operationStatus: string;
  smartPlusAdId?: string;
}

/** What TikTok has. Creatives of Upgraded Smart+ ads are no ads of their own. */
async function atTikTok(): Promise<Record<'campaigns' | 'adgroups' | 'ads', Row[]>> {
  const { campaigns, adgroups, ads, smartPlusAds } =
    await harness.sandbox.read<Record<'campaigns' | 'adgroups' | 'ads' | 'smartPlusAds', Row[]>>(
      '/business/state',
    );
  return { campaigns, adgroups, ads: [...ads, ...smartPlusAds].filter((row) => !row.smartPlusAdId) };
}

async function createdBy(campaignName: string): Promise<object> {
  const { campaigns, adgroups, ads } = await atTikTok();
  const own = campaigns.filter(({ name }) => name === campaignName);
  const within = (rows: Row[]) =>
    rows
      .filter((row) => own.some(({ id }) => id === row.campaignId))
      .map(({ name, operationStatus }) => `${name} ${operationStatus}`)
      .toSorted();
  return { campaigns: own.length, adgroups: within(adgroups), ads: within(ads) };
}

/** Only an enabled campaign spends. It must not be one before all that it has is enabled. */
async function expectNoEarlySpending(): Promise<void> {
  const { campaigns } = await atTikTok();
  for (const { name, operationStatus } of campaigns)
    if (operationStatus === 'ENABLE') expect(await createdBy(name)).toEqual(ALL_ENABLED);
}

/** The launch is live with one of each object, and no change is left without an outcome. */
async function expectLiveOnce(id: string, name: string): Promise<void> {
  expect(await ended(id)).toMatchObject({ status: 'live', failCode: null });
  expect(await createdBy(name)).toEqual(ALL_ENABLED);
  await until(async () => {
    const open = await harness.database.query(
      `SELECT step_key, action, state FROM ad_changes WHERE launch_id = $1 AND state NOT IN ('succeeded', 'failed')`,
      [id],
    );
    return open.length === 0;
  });
}

async function killWhileUploading(): Promise<[video: string, image: string]> {
  const ids: [string, string] = ['', ''];
  await harness.killAt(call(VIDEO_UPLOAD, 'answer'), async () => {
    const service = await harness.running();
    ids[1] = await upload('images', await photo());
    ids[0] = await upload('videos', await newClip());
    return service;
  });
  return ids;
}

/** @param meanwhile may kill the process; the one that runs after it sees the end of the review */
async function runUntilReviewed(id: string, meanwhile: () => Promise<void>): Promise<void> {
  await harness.running();
  await until(async () => (await launchNow(id)).status === 'in_review');
  await meanwhile();
  await harness.sandbox.control('/clock', { advanceSeconds: REVIEW_SECONDS + 1 });
}

describe.each(FAMILIES)('a launch by %s', (family, objective, prefix) => {
  it(
    'leaves one of each object after SIGKILL at its steps, and spends nothing before the last one',
    () => withSeed(killAtSteps),
    (IS_SOAK ? 25 : 6) * MINUTES,
  );

  async function killAtSteps(random: SeededRandom): Promise<void> {
    const all = [...UNTIL_REVIEW, ...IN_REVIEW, ...ONCE_REVIEWED, ...WHILE_ENABLING.flat()];
    const what = `kill points of a launch by ${family}`;
    const chosen = new Set(sampleOf(all, { what, short: SHORT_KILL_POINTS }, random));
    const isKilledAt = (steps: readonly Step[]) => steps.some((step) => chosen.has(step));
    const killAtEach = async (steps: readonly Step[]) => {
      for (const step of steps.filter((one) => chosen.has(one))) {
        await harness.killAt(step, resume);
        await expectNoEarlySpending();
      }
    };
    const name = `${family} killed`;
    // One after another, so that each step is still to come when it is chosen.
    await harness.configure({ ADS_LAUNCH_CONCURRENCY: '1' });
    const id = await begin(name);
    await killAtEach(UNTIL_REVIEW);
    await runUntilReviewed(id, async () => {
      await killAtEach(IN_REVIEW);
      // Else it would take these steps before its kill is prepared.
      if (isKilledAt(ONCE_REVIEWED)) await harness.killRunning();
    });
    await killAtEach(ONCE_REVIEWED);
    await harness.running();
    await expectLiveOnce(id, name);
    for (const [at, steps] of WHILE_ENABLING.entries())
      if (isKilledAt(steps)) await enableAnother(`${name} ${at}`, () => killAtEach(steps));
  }

  async function enableAnother(name: string, kills: () => Promise<void>): Promise<void> {
    await harness.running();
    const image = await upload('images', await photo());
    const id = await order(objective, name, await upload('videos', await newClip()), image);
    await runUntilReviewed(id, () => harness.killRunning());
    await kills();
    await harness.running();
    await expectLiveOnce(id, name);
  }

  /** The upload of the video and the first step are cut off, too. */
  async function begin(name: string): Promise<string> {
    const [video, image] = await killWhileUploading();
    let id = '';
    await harness.killAt(stepSaved('before', { key: 'check' }), async () => {
      const service = await harness.start();
      id = await order(objective, name, video, image);
      return service;
    });
    return id;
  }

  it(
    'leaves one of each object after SIGKILL while several are created at once',
    async () => {
      const name = `${family} at once`;
      // Fewer than there are ads, so that the next one starts while others are under way.
      await harness.configure({ ADS_LAUNCH_CONCURRENCY: '3' });
      let id = '';
      await harness.killAt(call('/adgroup/create/', 'answer'), async () => {
        const service = await harness.start();
        const [video, image] = [
          await upload('videos', await newClip()),
          await upload('images', await photo()),
        ];
        id = await order(objective, name, video, image);
        return service;
      });
      await harness.killAt(call('/ad/create/', 'request'), resume);
      await harness.killAt(call('/ad/create/', 'answer'), resume);
      await harness.killAt(stepSaved('commit', { kind: 'ad', status: 'done' }), resume);
      await runUntilReviewed(id, () => Promise.resolve());
      await expectLiveOnce(id, name);
    },
    4 * MINUTES,
  );

  it(
    'leaves one of each object when the answer to every mutation is lost',
    async () => {
      const name = `${family} lost`;
      const times = { campaign: 1, adgroup: 2, ad: 4 };
      const creates = Object.entries(times).map(([level, count]) => ({
        match: `POST ${prefix}/${level}/create/`,
        times: count,
      }));
      const statuses = Object.keys(times).map((level) => ({
        match: `POST ${prefix}/${level}/status/update/`,
        times: 1,
      }));
      const calls = () => Promise.all(creates.map(({ match }) => harness.sandbox.calls(match)));
      await harness.running();
      const [video, image] = [await upload('videos', await newClip()), await upload('images', await photo())];
      const before = await calls();
      await harness.sandbox.fault(
        ...[...creates, ...statuses].map(({ match, times: count }) => ({
          match,
          times: count,
          kind: 'lost_response',
        })),
      );
      const id = await order(objective, name, video, image);
      await until(async () => (await launchNow(id)).status === 'in_review');
      await harness.sandbox.control('/clock', { advanceSeconds: REVIEW_SECONDS + 1 });
      await expectLiveOnce(id, name);
      expect((await calls()).map((count, at) => count - (before[at] ?? 0))).toEqual(Object.values(times));
      await harness.sandbox.clearFaults();
    },
    4 * MINUTES,
  );
});
