import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, inDollars, type AdTenant } from '../../support/given/ad-tenant.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';
import {
  endedLaunch,
  launchBody,
  launchParts,
  type Launch,
  type LaunchParts,
  withLaunches,
} from '../../support/given/launches.js';
import { photo, readyPhotos } from '../../support/given/photos.js';
import { publish, ready, soon } from '../../support/given/publications.js';

const FAMILIES = [
  ['us_plus', 'WEB_CONVERSIONS'],
  ['manual', 'TRAFFIC'],
] as const;
const UNKNOWN = '019abcde-0000-7000-8000-000000000000';

const connector = useConnector(
  withLaunches(
    { TIKTOK_VERIFIED_URLS: 'connector.example', MEDIA_PUBLIC_URL: 'https://connector.example' },
    { audienceMatchMs: 200 },
  ),
);

let tenant: AdTenant;
let parts: LaunchParts;
let post: { publicationId: string; postId: string };
let photos: string;
let musicId: string;
beforeAll(async () => {
  tenant = inDollars(await adTenant(connector()));
  const { api, accountId } = tenant;
  parts = await launchParts(tenant, '');
  const publicationId = await publish(api);
  const { postIds } = await soon(connector(), api, publicationId, 'public');
  post = { publicationId, postId: postIds[0] ?? '' };
  photos = await readyPhotos(api, [await photo(), await photo(), await photo()]);
  const music = await api.get<{ items: { id: string }[] }>(`/api/ads/tools/music?accountId=${accountId}`);
  musicId = music.body.items[0]?.id ?? '';
}, 60_000);

type Objective = 'WEB_CONVERSIONS' | 'TRAFFIC';
type Fields = Record<string, unknown>;

/** A body whose only ad has the creative. */
function bodyWith(objective: Objective, creative: object, text?: string, identity?: object) {
  const body = launchBody(objective, parts) as { adGroups: { ads: Record<string, unknown>[] }[] };
  const ad = body.adGroups[0]?.ads[0];
  if (!ad) throw new Error('the body has no ad');
  const { text: _, ...rest } = ad;
  Object.assign(body.adGroups[0] ?? {}, {
    ads: [{ ...rest, creative, ...(text !== undefined && { text }), ...(identity && { identity }) }],
  });
  return body;
}

async function launched(body: object): Promise<Launch> {
  const begun = await tenant.api.post<Launch>('/api/ads/launches', body);
  expect(begun).toMatchObject({ status: 202 });
  return await endedLaunch(connector(), tenant.api, begun.body.launchId);
}

/** The first ad or ad group of a launch, in TikTok's words. */
async function atTikTok(level: 'ad-groups' | 'ads', { plan, campaignId }: Launch): Promise<Fields> {
  const { api, accountId } = tenant;
  await api.get(`/api/ads/${level}?accountId=${accountId}&live=true&limit=200`);
  const kind = level === 'ads' ? 'ad' : 'ad_group';
  const id = plan.find((step) => step.kind === kind)?.objectId;
  const { body } = await api.get<{ campaignId: string; data: Fields }>(
    `/api/ads/${level}/${id}?accountId=${accountId}`,
  );
  expect(body.campaignId).toBe(campaignId);
  return body.data;
}

/** What an ad shows, in the words of a manual one. */
function shownBy(data: Fields): Fields {
  const [item] = (data.creative_list ?? []) as { creative_info: Fields }[];
  if (!item) return data;
  const { image_info, music_info, video_info, ...info } = item.creative_info as Record<string, Fields>;
  const images = image_info as unknown as { web_uri: string }[] | undefined;
  return { ...info, ...music_info, ...video_info, image_ids: images?.map(({ web_uri: id }) => id) };
}

const validated = async (body: object) =>
  (
    await tenant.api.post<{ complaints: { field: string; rule: string; message: string }[] }>(
      '/api/ads/validate',
      body,
    )
  ).body.complaints;

const rules = async (body: object) => (await validated(body)).map(({ field, rule }) => [field, rule]);

describe.each(FAMILIES)('a launch by %s', (family, objective) => {
  it('advertises the public post of a publication with the identity that posted it', async () => {
    const { publicationId, postId } = post;
    const body = bodyWith(objective, { publicationId });
    const planned = await tenant.api.post<Launch>('/api/ads/launches', { ...body, dryRun: true });
    expect(planned.body.plan.map(({ name }) => name)).toContain(
      `Create the ad “Ad 0.0” from the post ${postId}`,
    );
    expect(planned.body.plan.filter(({ kind }) => kind === 'creative')).toEqual([]);

    const live = await launched({ ...body, name: `${family} post` });

    expect(live).toMatchObject({ status: 'live', family });
    expect(shownBy(await atTikTok('ads', live))).toMatchObject({
      tiktok_item_id: postId,
      identity_type: 'TT_USER',
      identity_id: parts.identityId,
    });
  }, 60_000);

  it('uploads the photos of a publication as a carousel with music', async () => {
    const body = bodyWith(objective, { publicationId: photos, musicId }, 'Three looks');

    const live = await launched({ ...body, name: `${family} carousel` });

    expect(live).toMatchObject({ status: 'live', failReason: null });
    expect(live.plan.find(({ kind }) => kind === 'creative')).toMatchObject({
      key: `creative:publication:${photos}`,
      status: 'done',
    });
    const fields = shownBy(await atTikTok('ads', live));
    expect(fields).toMatchObject({ ad_format: 'CAROUSEL_ADS', music_id: musicId });
    expect(new Set(fields.image_ids as string[]).size).toBe(3);
  }, 60_000);

  it('puts audiences into the targeting', async () => {
    const { api, accountId } = tenant;
    const [inside, outside] = [
      await createAudience(api, accountId),
      await createAudience(api, accountId),
    ] as const;
    const ids: string[] = [];
    for (const { body } of [inside, outside]) {
      await sendFile(api, body.id, 'append', customers(2000));
      ids.push((await untilDone(api, body.id)).tiktokId ?? '');
    }
    const [audienceId = '', excludedId = ''] = ids;
    const body = bodyWith(objective, { postId: post.postId }) as { adGroups: object[] };
    const targeting = {
      locationIds: ['6252001'],
      audienceIds: [audienceId],
      excludedAudienceIds: [excludedId],
    };
    const adGroups = body.adGroups.map((group) => ({ ...group, targeting }));

    const live = await launched({ ...body, adGroups, name: `${family} audiences` });

    expect(live).toMatchObject({ status: 'live' });
    const fields = await atTikTok('ad-groups', live);
    const wire = {
      location_ids: ['6252001'],
      audience_ids: [audienceId],
      excluded_audience_ids: [excludedId],
    };
    expect(family === 'us_plus' ? fields.targeting_spec : fields).toMatchObject(wire);
    const changes = await api.get<{
      items: { level: string; action: string; differences: unknown[] }[];
    }>(`/api/ads/changes?launchId=${live.launchId}&limit=50`);
    const group = changes.body.items.find(({ level, action }) => level === 'ad_group' && action === 'create');
    expect(group?.differences).toEqual([]);
  }, 60_000);
});

describe('a publication as a creative', () => {
  it('is uploaded if another identity shows the ad, and needs a text then', async () => {
    const publicationId = await ready(tenant.api);
    const complaints = await validated(bodyWith('TRAFFIC', { publicationId }));
    expect(complaints.map(({ field, rule }) => [field, rule])).toEqual([
      ['adGroups[0].ads[0].text', 'text_missing'],
    ]);
    const body = bodyWith('TRAFFIC', { publicationId }, 'New drop');
    expect(await validated(body)).toEqual([]);
    const live = await launched({ ...body, name: 'uploaded' });
    expect(live).toMatchObject({ status: 'live' });
    const fields = shownBy(await atTikTok('ads', live));
    expect(fields).toMatchObject({ ad_format: 'SINGLE_VIDEO', video_id: expect.any(String) });
    expect(fields).not.toHaveProperty('tiktok_item_id');
  }, 60_000);

  it('takes no text if its post is the ad, and needs music if its photos are uploaded', async () => {
    const { publicationId } = post;
    expect(await rules(bodyWith('TRAFFIC', { publicationId }, 'New drop'))).toEqual([
      ['adGroups[0].ads[0].text', 'text_not_for_post'],
    ]);
    expect(await rules(bodyWith('TRAFFIC', { publicationId: photos }, 'New drop'))).toEqual([
      ['adGroups[0].ads[0].creative.musicId', 'music_missing'],
    ]);
  });

  it('is refused if it is unknown, or if its file is gone and its post is not of the identity', async () => {
    const other = { type: 'TT_USER', id: 'another' };
    const unknown = await validated(bodyWith('TRAFFIC', { publicationId: UNKNOWN }, 'New drop'));
    const gone = await validated(
      bodyWith('TRAFFIC', { publicationId: post.publicationId }, 'New drop', other),
    );
    for (const complaints of [unknown, gone])
      expect(complaints).toContainEqual(
        expect.objectContaining({
          field: 'adGroups[0].ads[0].creative.publicationId',
          rule: 'publication_unusable',
        }),
      );
  });

  it('makes a single ad from a post or from files that are uploaded already', async () => {
    const { api, accountId } = tenant;
    const live = await launched({
      ...bodyWith('TRAFFIC', { publicationId: post.publicationId }),
      name: 'parent',
    });
    const adGroupId = live.plan.find(({ kind }) => kind === 'ad_group')?.objectId;
    const create = (creative: object, more: object = {}) =>
      api.post<ProblemBody & { object: { data: Record<string, unknown> } }>('/api/ads/ads', {
        accountId,
        adGroupId,
        name: `Ad ${Math.random()}`,
        identity: { type: 'TT_USER', id: parts.identityId },
        creative,
        callToAction: 'SHOP_NOW',
        landingPageUrl: 'https://shop.example/spring',
        ...more,
      });
    const fromPost = await create({ publicationId: post.publicationId });
    expect(fromPost).toMatchObject({
      status: 201,
      body: { object: { data: { tiktok_item_id: post.postId } } },
    });
    const carousel = await create({ publicationId: photos, musicId }, { text: 'Three looks' });
    expect(carousel).toMatchObject({
      status: 201,
      body: { object: { data: { ad_format: 'CAROUSEL_ADS' } } },
    });
    const fresh = await create({ publicationId: await ready(api) }, { text: 'New drop' });
    expect(fresh).toMatchObject({ status: 400, body: { errors: [{ field: 'creative.publicationId' }] } });
  }, 60_000);
});
