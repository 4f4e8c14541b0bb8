import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../../testing/business-client.js';
import { SmartPlusFixture } from '../../testing/smart-plus-fixture.js';

const texts = (count: number) => Array.from({ length: count }, (_, index) => ({ ad_text: `t${index}` }));

describe('/smart_plus/ad/*', () => {
  let client: BusinessClient;
  let us: SmartPlusFixture;
  let group: unknown;
  beforeEach(async () => {
    const { token, advertiser_id, client: started } = await BusinessClient.startAsAdvertiser();
    client = started;
    us = await SmartPlusFixture.start(client, token, advertiser_id);
    const { data } = await us.campaign();
    group = (await us.adGroup(data['campaign_id'])).data['adgroup_id'];
  });
  afterEach(() => client.close());

  it('answers the whole ad, in review, with an id for each creative', async () => {
    const { data } = await us.ad(group, { nonsense: 1 });
    expect(data).toMatchObject({
      smart_plus_ad_id: expect.any(String),
      creative_list: [
        {
          ad_material_id: expect.any(String),
          creative_info: { video_info: { video_id: us.parts.video } },
        },
      ],
      ad_configuration: { dark_post_status: 'ON' },
      operation_status: 'ENABLE',
      secondary_status: 'AD_STATUS_AUDIT',
    });
    expect(data).not.toHaveProperty('nonsense');
    const [row] = await us.list('/smart_plus/ad/get/', { smart_plus_ad_ids: [data['smart_plus_ad_id']] });
    expect(row).toEqual(data);
  });

  it.each([
    ['six texts', () => ({ ad_text_list: texts(6) })],
    ['no text', () => ({ ad_text_list: undefined })],
    ['no creative', () => ({ creative_list: [] })],
    ['51 creatives', () => ({ creative_list: Array.from({ length: 51 }, () => us.creative()) })],
    ['no landing page', () => ({ landing_page_url_list: undefined })],
    ['a landing page without call to action', () => ({ ad_configuration: {} })],
    [
      'a list of calls instead of their id',
      () => ({
        ad_configuration: {},
        call_to_action_list: [{ call_to_action: 'SHOP_NOW' }],
      }),
    ],
    ['a custom identity', () => ({ creative_list: [us.creative({ identity_type: 'CUSTOMIZED_USER' })] })],
    [
      'a carousel without music',
      () => ({
        creative_list: [us.creative({ ad_format: 'CAROUSEL_ADS', video_info: undefined })],
      }),
    ],
    [
      'an image on TikTok',
      () => ({
        creative_list: [us.creative({ ad_format: 'SINGLE_IMAGE', video_info: undefined })],
      }),
    ],
  ])('refuses %s', async (_case, more) => {
    expect((await us.ad(group, more())).code).toBe(40_002);
  });

  it('takes a list of calls to action when it may', async () => {
    await client.control('/settings', { business: { usPlusCtaId: 'optional' } });
    const more = { ad_configuration: {}, call_to_action_list: [{ call_to_action: 'SHOP_NOW' }] };
    expect((await us.ad(group, more)).code).toBe(0);
  });

  it('takes one write in 5 s, and answers a status update flat', async () => {
    const id = (await us.ad(group)).data['smart_plus_ad_id'];
    const body = { smart_plus_ad_ids: [id], operation_status: 'DISABLE' };
    expect((await us.post('/ad/status/update/', body)).code).toBe(40_202);
    await client.advance(5);
    expect((await us.post('/ad/status/update/', body)).data).toEqual({
      smart_plus_ad_ids: [id],
      status: 'DISABLE',
    });
    expect((await us.post('/ad/status/update/', body)).code).toBe(40_202);
    const [row] = await us.list('/smart_plus/ad/get/');
    expect(row).toMatchObject({ operation_status: 'DISABLE', secondary_status: 'AD_STATUS_DISABLE' });
  });

  it('replaces lists as a whole, keeps what was there, and has changes reviewed', async () => {
    const { data } = await us.ad(group);
    const { smart_plus_ad_id, creative_list } = data;
    await client.advance(10);
    const change = { smart_plus_ad_id, ad_name: 'b', ad_text_list: texts(2), adgroup_id: '1' };
    const changed = await us.post('/ad/update/', change);
    expect(changed.data).toMatchObject({
      ad_name: 'b',
      adgroup_id: group,
      creative_list,
      ad_text_list: texts(2),
      secondary_status: 'AD_STATUS_REAUDIT',
    });
    await client.advance(10);
    const more = {
      smart_plus_ad_id,
      creative_list: [us.creative(), us.creative({ aigc_disclosure_type: 'SELF_DISCLOSURE' })],
    };
    const grown = await us.post<{ creative_list: unknown[] }>('/ad/update/', more);
    expect(grown.data.creative_list).toEqual([...(creative_list as unknown[]), expect.any(Object)]);
  });

  it('turns single creatives off', async () => {
    const { data } = await us.ad(group, { creative_list: [us.creative(), us.creative()] });
    const [first] = data['creative_list'] as { ad_material_id: string }[];
    await client.advance(10);
    const body = { smart_plus_ad_id: data['smart_plus_ad_id'], operation_status: 'DISABLE' };
    const off = await us.post('/ad/material_status/update/', {
      ...body,
      ad_material_ids: [first?.ad_material_id],
    });
    expect(off.code).toBe(0);
    expect(await us.list('/smart_plus/ad/get/')).toMatchObject([
      {
        secondary_status: 'AD_STATUS_DELIVERY_OK',
        creative_list: [{ material_operation_status: 'DISABLE' }, { material_operation_status: 'ENABLE' }],
      },
    ]);
    await client.advance(5);
    const unknown = await us.post('/ad/material_status/update/', { ...body, ad_material_ids: ['1'] });
    expect(unknown.code).toBe(40_007);
  });

  it('is gone for good once deleted', async () => {
    const id = (await us.ad(group)).data['smart_plus_ad_id'];
    await client.advance(5);
    const body = { smart_plus_ad_ids: [id], operation_status: 'DELETE' };
    expect((await us.post('/ad/status/update/', body)).code).toBe(0);
    await client.advance(5);
    expect((await us.post('/ad/status/update/', body)).code).toBe(40_007);
    expect(await us.list('/smart_plus/ad/get/')).toEqual([]);
    expect(await us.list('/ad/get/', { adgroup_ids: [group] })).toEqual([]);
    const all = { primary_status: 'STATUS_ALL' };
    expect(await us.list('/smart_plus/ad/get/', all)).toMatchObject([
      { secondary_status: 'AD_STATUS_DELETE' },
    ]);
    const filtering = { secondary_status: 'AD_STATUS_REVIEW_PARTIALLY_APPROVED' };
    const refused = { advertiser_id: us.advertiser_id, filtering };
    expect((await client.get('/smart_plus/ad/get/', refused, us.token)).code).toBe(40_002);
  });

  it('is listed by /ad/get/ as creatives, and as a whole by ad_ids_v2', async () => {
    const { data } = await us.ad(group, { creative_list: [us.creative(), us.creative()] });
    const smart_plus_ad_id = data['smart_plus_ad_id'];
    const creatives = await us.list('/ad/get/', { adgroup_ids: [group] });
    const creative = { smart_plus_ad_id, campaign_automation_type: 'UPGRADED_SMART_PLUS_CREATIVE' };
    expect(creatives).toEqual([expect.objectContaining(creative), expect.objectContaining(creative)]);
    const wholes = await us.list('/ad/get/', { ad_ids_v2: [smart_plus_ad_id] });
    expect(wholes).toEqual([expect.objectContaining({ ad_id: smart_plus_ad_id, ad_name: 'a' })]);
  });
});
