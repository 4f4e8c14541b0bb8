import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OWNER_BC_ID } from '../advertisers/identity-list.js';
import { seedGroup } from '../testing/ads-fixture.js';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;
interface Code {
  readonly authCode: string;
  readonly videoId: string;
}

const DAY_SECONDS = 86_400;

describe('posts of creators', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const get = <Data = Row>(path: string, query: Row = {}) =>
    client.get<Data>(path, { advertiser_id, ...query }, token);
  const post = (path: string, body: Row) => client.post(path, { advertiser_id, ...body }, token);
  const newCode = async (body: Row = {}) =>
    (await client.control<Code & Row>('/business/post-codes', body)).json;
  const bind = (auth_code: string) => post('/tt_video/authorize/', { auth_code });
  const codeIdentities = async () =>
    (await get<{ identity_list: Row[] }>('/identity/get/', { identity_type: 'AUTH_CODE' })).data
      .identity_list;
  const setTraits = (body: Row) => client.control('/business/identities', body);

  /** An approved ad with the post; its status. */
  async function sparkAd(tiktok_item_id: string) {
    const fixture = await seedGroup(client, token, advertiser_id);
    const [identity] = await codeIdentities();
    const creative = {
      ad_name: 'spark',
      ad_format: 'SINGLE_VIDEO',
      identity_type: 'AUTH_CODE',
      tiktok_item_id,
    };
    const creatives = [{ ...creative, identity_id: identity?.['identity_id'] }];
    const made = await post('/ad/create/', { adgroup_id: fixture.adgroupId, creatives });
    await client.advance(5);
    const ad_ids = made.data['ad_ids'] as string[];
    return { made, status: async () => (await fixture.read('/ad/get/', { ad_ids }))['secondary_status'] };
  }

  it('are bound by a code, and then belong to an identity of their creator', async () => {
    const { authCode, videoId } = await newCode({ days: 7 });
    expect(await codeIdentities()).toEqual([]);
    expect((await get('/tt_video/info/', { auth_code: authCode })).code).toBe(40_002);
    expect(await bind(authCode)).toMatchObject({ code: 0, data: {} });
    const { data: info } = await get('/tt_video/info/', { auth_code: authCode });
    const [identity] = await codeIdentities();
    expect(info).toMatchObject({
      auth_info: {
        ad_auth_status: 'AUTHORIZED',
        auth_end_time: expect.stringMatching(/^[\d-]{10} [\d:]{8}$/),
      },
      item_info: { item_id: videoId, auth_code: authCode, status: 'HESITATE_RECOMMEND' },
      user_info: { identity_type: 'AUTH_CODE', identity_id: identity?.['identity_id'] },
    });
    const list = await get<{ list: Row[] }>('/tt_video/list/', { keyword: videoId });
    expect(list.data.list).toEqual([info]);
    const one = { identity_type: 'AUTH_CODE', identity_id: identity?.['identity_id'] };
    const { data } = await get<{ video_list: Row[] }>('/identity/video/get/', one);
    expect(data.video_list).toEqual([
      expect.objectContaining({
        item_id: videoId,
        auth_info: expect.objectContaining({ ad_auth_status: 'AUTHORIZED' }),
      }),
    ]);
    expect((await post('/tt_video/unbind/', { item_id: videoId })).code).toBe(0);
    expect(await codeIdentities()).toEqual([]);
    expect((await post('/tt_video/unbind/', { item_id: videoId })).code).toBe(40_007);
  });

  it('stop delivering when their code ends, and again deliver with a new one', async () => {
    const { authCode, videoId } = await newCode({ days: 7 });
    await bind(authCode);
    const { status } = await sparkAd(videoId);
    expect(await status()).toBe('AD_STATUS_DELIVERY_OK');
    await client.advance(7 * DAY_SECONDS);
    expect(await status()).toBe('AD_STATUS_ASSET_AUTHORIZATION_LOST');
    expect((await get('/tt_video/info/', { auth_code: authCode })).data).toMatchObject({
      auth_info: { ad_auth_status: 'EXPIRED' },
    });
    expect((await bind(authCode)).code).toBe(40_002);
    const renewed = await newCode({ videoId });
    await bind(renewed.authCode);
    expect(await status()).toBe('AD_STATUS_DELIVERY_OK');
    await client.control('/business/post-codes/revoke', { authCode: renewed.authCode });
    expect(await status()).toBe('AD_STATUS_CREATOR_AUTHORIZATION_REVOKED');
  });

  it('are of no use to ads without a valid code', async () => {
    expect((await bind('#nonsense')).code).toBe(40_002);
    const { authCode } = await newCode();
    const other = (await client.control<{ videos: Row[] }>('/videos', {}, 'GET')).json.videos[3]?.['id'];
    await bind(authCode);
    expect((await sparkAd(String(other))).made.code).toBe(40_001);
  });

  it('of a linked account are listed newest first, by time', async () => {
    const [account] = (await get<{ identity_list: Row[] }>('/identity/get/', { identity_type: 'TT_USER' }))
      .data.identity_list;
    const one = { identity_type: 'TT_USER', identity_id: account?.['identity_id'] };
    const page = async (more: Row) =>
      (
        await get<{ video_list: Row[]; cursor: string; has_more: boolean }>('/identity/video/get/', {
          ...one,
          ...more,
        })
      ).data;
    const first = await page({ count: 30 });
    expect(first.video_list).toHaveLength(20);
    const second = await page({ cursor: first.cursor });
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    const ids = [...first.video_list, ...second.video_list].map((video) => video['item_id']);
    expect(new Set(ids).size).toBe(40);
    const detail = await get('/identity/video/info/', { ...one, item_id: ids[0] });
    expect(detail.data).toMatchObject({ video_detail: { item_id: ids[0], auth_info: null } });
    expect((await get('/identity/video/get/', { ...one, keyword: 'x' })).code).toBe(40_002);
  });

  it('depend on what their account allows', async () => {
    const read = async (identity_type: string) =>
      (
        await get<{ identity_list: Row[] }>('/identity/get/', {
          identity_type,
          identity_authorized_bc_id: OWNER_BC_ID,
        })
      ).data.identity_list[0];
    await setTraits({ canPullVideo: false, adsOnlyMode: true, isGpppa: true });
    expect(await read('BC_AUTH_TT')).toMatchObject({
      can_pull_video: false,
      ads_only_mode: true,
      is_gpppa: true,
    });
    const one = { identity_type: 'TT_USER', identity_id: (await read('TT_USER'))?.['identity_id'] };
    expect((await get('/identity/video/get/', one)).code).toBe(40_001);
    await setTraits({ canPullVideo: true, availableStatus: 'SCOPE_UNAVAILABLE' });
    expect(await read('TT_USER')).toMatchObject({
      can_pull_video: false,
      available_status: 'SCOPE_UNAVAILABLE',
    });
    expect((await setTraits({ availableStatus: 'FINE' })).status).toBe(400);
  });

  it('lists identities of all kinds without a type, and then counts none', async () => {
    const { data } = await get<{ identity_list: Row[] }>('/identity/get/');
    expect(data.identity_list.map((row) => row['identity_type'])).toEqual([
      'CUSTOMIZED_USER',
      'TT_USER',
      'BC_AUTH_TT',
    ]);
    expect(data).toMatchObject({ page_info: { total_number: 0 } });
  });
});
