import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../src/auth/index.js';
import { useConnector } from '../../support/connector.js';
import { uploadCreative, type AdTenant, type Creative } from '../../support/given/ad-tenant.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';
import {
  endedLaunch,
  launchBody,
  type Launch,
  type LaunchParts,
  launchTenant,
  withLaunches,
} from '../../support/given/launches.js';
import { clip } from '../../support/given/videos.js';

const API = 'GET /open_api/v1.3';
const UNKNOWN = '7999999999999999999';
const GROUP = 'adGroups[0]';
const AD = 'adGroups[0].ads[0]';

const connector = useConnector(withLaunches());

interface Complaint {
  field: string;
  rule: string;
  message: string;
  suggestion?: unknown;
}
interface Validation {
  complaints: Complaint[];
  unchecked: { field: string; reason: string }[];
}
interface Body {
  adGroups: {
    targeting: Record<string, unknown>;
    ads: Record<string, unknown>[];
    [field: string]: unknown;
  }[];
}

let tenant: AdTenant;
let parts: LaunchParts;
let video: Creative;

beforeAll(async () => {
  ({ tenant, parts, video } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

/** A valid launch with other fields in its ad group, or in its ad. */
function changed(group: object, ad: object = {}, adsEach = 1): Body {
  const body = launchBody('WEB_CONVERSIONS', parts, { adsEach }) as unknown as Body;
  const [first] = body.adGroups;
  if (first) {
    Object.assign(first, group);
    for (const one of first.ads) Object.assign(one, ad);
  }
  return body;
}

async function validate(body: object): Promise<Validation> {
  const answer = await tenant.api.post<Validation>('/api/ads/validate', body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

async function complaints(group: object, ad: object = {}): Promise<[field: string, rule: string][]> {
  const answer = await validate(changed(group, ad));
  expect(answer.unchecked).toEqual([]);
  return answer.complaints.map(({ field, rule }) => [field, rule]);
}

const launch = (body: object) => tenant.api.post<Launch & Validation>('/api/ads/launches', body);
const ofCreative = (creative: object) => complaints({}, { creative });
const targeting = (change: object) => ({ targeting: { locationIds: ['6252001'], ...change } });

describe('POST /api/ads/validate, against the ad account', () => {
  it('has no complaint about what the account has', async () => {
    const { videoId, coverImageId } = video;
    expect(
      await complaints(targeting({ languages: ['en'] }), { creative: { videoId, coverImageId } }),
    ).toEqual([]);
  });

  it('complains of an identity and a pixel that the account does not have, and names those it has', async () => {
    const answer = await validate(
      changed({ pixelId: UNKNOWN }, { identity: { type: 'TT_USER', id: 'missing' } }),
    );
    expect(answer.complaints).toMatchObject([
      { field: `${GROUP}.pixelId`, rule: 'pixel_unknown', suggestion: parts.pixelId },
      { field: `${AD}.identity.id`, rule: 'identity_unknown', suggestion: expect.any(String) },
    ]);
  });

  it('complains of an identity that TikTok no longer accepts', async () => {
    const account = { account: tenant.username };
    await connector().sandbox.control('/business/identities', {
      ...account,
      availableStatus: 'SCOPE_UNAVAILABLE',
    });
    const unavailable = await complaints({});
    await connector().sandbox.control('/business/identities', {
      ...account,
      availableStatus: 'AVAILABLE',
      canPushVideo: false,
    });
    const closed = await complaints({});
    await connector().sandbox.control('/business/identities', { ...account, canPushVideo: true });
    expect(unavailable).toEqual([[`${AD}.identity.id`, 'identity_unavailable']]);
    expect(closed).toEqual([[`${AD}.identity.id`, 'identity_cannot_push']]);
  });

  it('complains of a video, an image and an upload that the account does not have', async () => {
    expect(await ofCreative({ videoId: 'v0', coverImageId: video.coverImageId })).toEqual([
      [`${AD}.creative.videoId`, 'video_unknown'],
    ]);
    expect(await ofCreative({ uploadId: randomUUID() })).toEqual([
      [`${AD}.creative.uploadId`, 'upload_unknown'],
    ]);
    expect(await ofCreative({ imageIds: ['i0'], musicId: 'm' })).toEqual([
      [`${AD}.creative.imageIds`, 'image_unknown'],
    ]);
  });

  it('complains of an upload of another ad account', async () => {
    const other = tenant.accountIds.find((id) => id !== tenant.accountId) ?? '';
    const { body } = await uploadCreative(tenant.api, 'videos', await clip(), { accountId: other });
    expect(await complaints({}, { creative: { uploadId: body.id } })).toEqual([
      [`${AD}.creative.uploadId`, 'upload_of_other_account'],
    ]);
  });

  it('complains of unknown audiences and languages, and of places within each other', async () => {
    const found = await complaints(
      targeting({
        locationIds: ['6252001', '5332921'],
        languages: ['tlh'],
        audienceIds: [UNKNOWN],
        excludedAudienceIds: ['7999999999999999998'],
      }),
    );
    expect(found).toEqual([
      [`${GROUP}.targeting.locationIds`, 'locations_overlap'],
      [`${GROUP}.targeting.languages`, 'language_unknown'],
      [`${GROUP}.targeting.audienceIds`, 'audience_unknown'],
      [`${GROUP}.targeting.excludedAudienceIds`, 'audience_unknown'],
    ]);
  });

  it('complains of an audience that is too small', async () => {
    const { api, accountId } = tenant;
    const { body: audience } = await createAudience(api, accountId);
    await sendFile(api, audience.id, 'append', customers(10));
    const { tiktokId } = await untilDone(api, audience.id);
    const answer = await validate(changed(targeting({ audienceIds: [tiktokId] })));
    expect(answer.complaints).toMatchObject([
      { field: `${GROUP}.targeting.audienceIds`, rule: 'audience_not_usable' },
    ]);
    expect(answer.complaints[0]?.message).toContain('1,000');
  }, 30_000);

  it('complains of an app that the account does not have', async () => {
    const body = changed({ promotionType: 'APP_ANDROID', appId: UNKNOWN, optimizationGoal: 'INSTALL' });
    const answer = await validate({ ...body, objective: 'APP_PROMOTION' });
    expect(answer.complaints.map(({ rule }) => rule)).toContain('app_unknown');
  });

  it('complains of a post without a code, and of one whose code was withdrawn', async () => {
    const username = `creator_${randomUUID().slice(0, 8)}`;
    await connector().sandbox.control('/accounts', { username, videos: 1 });
    const code = await connector().sandbox.control<{ authCode: string; videoId: string }>(
      '/business/post-codes',
      { account: username },
    );
    const spark = (id: string) =>
      complaints(
        {},
        { creative: { postId: code.videoId }, text: undefined, identity: { type: 'AUTH_CODE', id } },
      );
    const field = `${AD}.creative.postId`;
    expect(await spark('creator')).toEqual([[field, 'post_not_authorized']]);
    const { accountId, api } = tenant;
    const authorized = await api.post<{ identity: { id: string } }>('/api/ads/spark-posts', {
      accountId,
      authCode: code.authCode,
    });
    expect(await spark(authorized.body.identity.id)).toEqual([]);
    await connector().sandbox.control('/business/post-codes/revoke', { authCode: code.authCode });
    expect(await spark(authorized.body.identity.id)).toEqual([[field, 'post_authorization_ended']]);
  });

  it('complains of a post that is not one of the identity', async () => {
    const ad = { creative: { postId: UNKNOWN }, text: undefined };
    expect(await complaints({}, ad)).toEqual([[`${AD}.creative.postId`, 'post_not_of_identity']]);
  });

  it('asks TikTok once for each kind of things, however many ads name them', async () => {
    const paths = ['identity/get', 'pixel/list', 'file/video/ad/info'].map((path) => `${API}/${path}/`);
    const count = () => Promise.all(paths.map((path) => connector().sandbox.calls(path)));
    const before = await count();
    const { videoId, coverImageId } = video;
    await validate(changed({}, { creative: { videoId, coverImageId } }, 5));
    expect((await count()).map((calls, at) => calls - (before[at] ?? 0))).toEqual([1, 1, 1]);
  });

  it('says what it could not check while TikTok fails, and complains of nothing else', async () => {
    await connector().sandbox.fault({ match: `${API}/pixel/list/`, kind: 'http500_html' });
    await connector().sandbox.fault({ match: `${API}/identity/get/`, kind: 'error_code', code: '40125' });
    const answer = await validate(changed({ pixelId: UNKNOWN }));
    expect(answer.complaints).toEqual([]);
    expect(answer.unchecked).toEqual([
      { field: `${AD}.identity.id`, reason: expect.stringMatching(/\S/) },
      { field: `${GROUP}.pixelId`, reason: expect.stringMatching(/TikTok/) },
    ]);
  });

  it('says that it cannot tell whether TikTok takes a place or an event that it does not list', async () => {
    const { complaints: found, unchecked } = await validate(
      changed({ ...targeting({ locationIds: ['1'] }), optimizationEvent: 'ON_WEB_REGISTER' }),
    );
    expect(found).toEqual([]);
    expect(unchecked.map(({ field }) => field)).toEqual([
      `${GROUP}.optimizationEvent`,
      `${GROUP}.targeting.locationIds`,
    ]);
  });
});

describe('POST /api/ads/launches', () => {
  it('refuses what the account does not have, and shows it in the dry run', async () => {
    const body = changed({ pixelId: UNKNOWN });
    expect(await launch(body)).toMatchObject({
      status: 400,
      body: { errors: [{ field: `${GROUP}.pixelId`, rule: 'pixel_unknown' }] },
    });
    expect(await launch({ ...body, dryRun: true })).toMatchObject({
      status: 200,
      body: { complaints: [{ rule: 'pixel_unknown' }], unchecked: [] },
    });
  });

  it('accepts a valid launch while TikTok does not answer', async () => {
    for (const path of ['identity/get', 'pixel/list', 'tool/region'])
      await connector().sandbox.fault({ match: `${API}/${path}/`, kind: 'http500_html' });
    const dry = await launch({ ...changed({}), dryRun: true });
    expect(dry.body.unchecked.map(({ field }) => field)).toContain(`${GROUP}.pixelId`);
    const begun = await launch({ ...changed({}), name: 'unchecked' });
    expect(begun).toMatchObject({ status: 202 });
    expect(await endedLaunch(connector(), tenant.api, begun.body.launchId)).toMatchObject({ status: 'live' });
  }, 60_000);

  it('fails before anything exists if the account has lost something since', async () => {
    const body = JSON.stringify({ requireApproval: true });
    const headers = { 'content-type': 'application/json' };
    await tenant.api.send('PUT', '/api/ads/policy', { body, headers });
    const begun = await launch({ ...changed({}), name: 'lost' });
    expect(begun).toMatchObject({ status: 202, body: { status: 'awaiting_approval' } });
    const account = tenant.username;
    await connector().sandbox.control('/business/identities', { account, canPushVideo: false });
    const id = begun.body.launchId;
    const token = developmentToken(connector().config.jwt, {
      organisationIds: [tenant.organisationId],
      userId: 'second',
      role: 'editor',
    });
    const second = tenant.api.with({ authorization: `Bearer ${token}` });
    expect(await second.post(`/api/ads/launches/${id}/approve`, {})).toMatchObject({ status: 200 });
    const done = await endedLaunch(connector(), tenant.api, id);
    await connector().sandbox.control('/business/identities', { account, canPushVideo: true });
    expect(done).toMatchObject({ status: 'failed', failCode: 'launch_no_longer_valid', campaignId: null });
    expect(done.failReason).toContain(`${AD}.identity.id`);
  }, 60_000);
});
