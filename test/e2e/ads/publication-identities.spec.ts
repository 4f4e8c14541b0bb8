import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { adTenant, inDollars, type AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  launchParts,
  type Launch,
  type LaunchParts,
  withLaunches,
} from '../../support/given/launches.js';
import { publish, soon } from '../../support/given/publications.js';

const IDENTITIES = 'GET /open_api/v1.3/identity/get/';
const FIELD = 'adGroups[0].ads[0].creative.publicationId';
/** TikTok lists this many identities in one page. */
const PAGE = 100;
/** The sandbox's. */
const BUSINESS_CENTER = '7100000000000000001';

const connector = useConnector(
  withLaunches({ TIKTOK_VERIFIED_URLS: 'connector.example', MEDIA_PUBLIC_URL: 'https://connector.example' }),
);

let tenant: AdTenant;
let parts: LaunchParts;
let post: { publicationId: string; postId: string };
beforeAll(async () => {
  tenant = inDollars(await adTenant(connector()));
  parts = await launchParts(tenant, '');
  const publicationId = await publish(tenant.api);
  const { postIds } = await soon(connector(), tenant.api, publicationId, 'public');
  post = { publicationId, postId: postIds[0] ?? '' };
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

interface Answer extends Launch {
  complaints: { field: string; rule: string }[];
  unchecked: { field: string; reason: string }[];
}

/** A launch whose only ad shows the publication. */
function bodyWith(ad: object, name = 'From a publication') {
  const body = launchBody('TRAFFIC', parts, { name }) as { adGroups: { ads: Record<string, unknown>[] }[] };
  const [group] = body.adGroups;
  const { text: _, ...rest } = group?.ads[0] ?? {};
  if (group) group.ads = [{ ...rest, creative: { publicationId: post.publicationId }, ...ad }];
  return body;
}

const validate = async (ad: object) =>
  (await tenant.api.post<Answer>('/api/ads/validate', bodyWith(ad))).body;
const unanswered = () => connector().sandbox.fault({ match: IDENTITIES, kind: 'http500_html' });

describe('a publication whose post is public, while TikTok does not list the identities', () => {
  it.each([{}, { text: 'New drop' }])('is unchecked with %j, and no complaint', async (ad) => {
    await unanswered();
    const { complaints, unchecked } = await validate(ad);
    expect(complaints).toEqual([]);
    expect(unchecked).toContainEqual({ field: FIELD, reason: expect.stringMatching(/TikTok/) });
    const dry = await tenant.api.post<Answer>('/api/ads/launches', { ...bodyWith(ad), dryRun: true });
    expect(dry.status).toBe(200);
    expect(dry.body.unchecked.map(({ field }) => field)).toContain(FIELD);
  });

  it('is decided by the launch before anything is uploaded', async () => {
    await unanswered();
    const begun = await tenant.api.post<Launch>('/api/ads/launches', bodyWith({}, 'Decided later'));
    expect(begun).toMatchObject({ status: 202 });
    const { launchId } = begun.body;
    await connector().sandbox.clearFaults();
    const live = await endedLaunch(connector(), tenant.api, launchId);
    expect(live).toMatchObject({ status: 'live', failReason: null });
    expect(live.plan.find(({ kind }) => kind === 'creative')).toMatchObject({ status: 'skipped' });
    const ad = live.plan.find(({ kind }) => kind === 'ad')?.objectId;
    const { accountId, api } = tenant;
    const { body } = await api.get<{ data: object }>(`/api/ads/ads/${ad}?accountId=${accountId}`);
    expect(body.data).toMatchObject({ tiktok_item_id: post.postId });
  }, 60_000);

  it('is not made into a single ad', async () => {
    const live = await tenant.api.post<Launch>('/api/ads/launches', bodyWith({}, 'Parent'));
    const { plan } = await endedLaunch(connector(), tenant.api, live.body.launchId);
    await unanswered();
    const { accountId, identityId } = parts;
    const ad = {
      accountId,
      adGroupId: plan.find(({ kind }) => kind === 'ad_group')?.objectId,
      name: 'Single',
      identity: { type: 'TT_USER', id: identityId },
      creative: { publicationId: post.publicationId },
      callToAction: 'SHOP_NOW',
      landingPageUrl: 'https://shop.example/spring',
    };
    expect(await tenant.api.post('/api/ads/ads', ad)).toMatchObject({
      status: 503,
      body: { code: 'publication_undecided' },
    });
  }, 60_000);
});

describe('a publication with an identity of a business center', () => {
  it('is its post, also if the ad account has more identities than a page', async () => {
    for (let at = 0; at < PAGE; at += 1)
      await connector().sandbox.control('/accounts', { username: `one_of_many_${at}`, videos: 0 });
    // TikTok names an account by one id, in whichever way it is linked.
    const identity = { type: 'BC_AUTH_TT', id: parts.identityId, businessCenterId: BUSINESS_CENTER };
    const found = await validate({ identity, text: 'New drop' });
    expect(found.unchecked).toEqual([]);
    expect(found.complaints.map(({ rule }) => rule)).toEqual(['text_not_for_post']);
  }, 60_000);
});
