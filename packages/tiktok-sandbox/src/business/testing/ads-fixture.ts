import type { BusinessClient } from './business-client.js';

type Row = Record<string, unknown>;

/** A campaign with one ad group and one ad in review. */
export interface AdsFixture {
  readonly campaignId: string;
  readonly adgroupId: string;
  readonly adId: string;
  /** The only row that a list answers for a filter. */
  read(path: string, filtering: Row): Promise<Row>;
  setCampaign(operation_status: string): Promise<void>;
}

/** Makes one from the files and the identity that the advertiser was seeded with. */
export async function seedGroup(
  client: BusinessClient,
  token: string,
  advertiser_id: string,
): Promise<AdsFixture> {
  const advertiser = { advertiser_id };
  const campaign = await client.post(
    '/campaign/create/',
    {
      ...advertiser,
      campaign_name: 'fixture',
      objective_type: 'TRAFFIC',
      budget_mode: 'BUDGET_MODE_INFINITE',
    },
    token,
  );
  const campaignId = String(campaign.data['campaign_id']);
  const { json } = await client.control<{ now: string }>('/state', {}, 'GET');
  const group = await client.post(
    '/adgroup/create/',
    {
      ...advertiser,
      campaign_id: campaignId,
      adgroup_name: 'fixture',
      promotion_type: 'WEBSITE',
      placements: ['PLACEMENT_TIKTOK'],
      location_ids: ['6252001'],
      billing_event: 'CPC',
      optimization_goal: 'CLICK',
      budget_mode: 'BUDGET_MODE_DAY',
      budget: 100,
      pacing: 'PACING_MODE_SMOOTH',
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: json.now.slice(0, 19).replace('T', ' '),
    },
    token,
  );
  const adgroupId = String(group.data['adgroup_id']);
  const ads = await client.get<{ list: Row[] }>('/ad/get/', advertiser, token);
  const { video_id, image_ids } = ads.data.list[0] ?? {};
  const identities = await client.get<{ identity_list: Row[] }>(
    '/identity/get/',
    { ...advertiser, identity_type: 'TT_USER' },
    token,
  );
  const { identity_id, identity_type } = identities.data.identity_list[0] ?? {};
  const creative = {
    ad_name: 'fixture',
    ad_format: 'SINGLE_VIDEO',
    ad_text: 'text',
    call_to_action: 'SHOP_NOW',
    landing_page_url: 'https://shop.example.com/',
  };
  const creatives = [{ ...creative, identity_id, identity_type, video_id, image_ids }];
  const ad = await client.post('/ad/create/', { ...advertiser, adgroup_id: adgroupId, creatives }, token);
  return {
    campaignId,
    adgroupId,
    adId: (ad.data['ad_ids'] as string[])[0] ?? '',
    async read(path, filtering) {
      const answer = await client.get<{ list: Row[] }>(path, { ...advertiser, filtering }, token);
      return answer.data.list[0] ?? {};
    },
    async setCampaign(operation_status) {
      const body = { ...advertiser, campaign_ids: [campaignId], operation_status };
      await client.post('/campaign/status/update/', body, token);
    },
  };
}
