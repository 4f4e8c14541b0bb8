import type { BusinessClient, Envelope } from './business-client.js';

type Row = Record<string, unknown>;

/** Calls of Upgraded Smart+ with bodies that are right unless a spec changes them. */
export class SmartPlusFixture {
  private requests = 0;

  private constructor(
    readonly client: BusinessClient,
    readonly token: string,
    readonly advertiser_id: string,
    /** An account, a video with its cover and a call to action to make ads with. */
    readonly parts: Readonly<Record<'identity' | 'video' | 'image' | 'action' | 'pixel', string>>,
  ) {}

  static async start(
    client: BusinessClient,
    token: string,
    advertiser_id: string,
  ): Promise<SmartPlusFixture> {
    const query = { advertiser_id };
    const ads = await client.get<{ list: Row[] }>('/ad/get/', query, token);
    const { video_id, image_ids } = ads.data.list[0] ?? {};
    const accounts = { ...query, identity_type: 'TT_USER' };
    const identities = await client.get<{ identity_list: Row[] }>('/identity/get/', accounts, token);
    const pixels = await client.get<{ pixels: Row[] }>('/pixel/list/', query, token);
    const content = [{ asset_content: 'LEARN_MORE', asset_ids: ['201781'] }];
    const body = { ...query, creative_portfolio_type: 'CTA', portfolio_content: content };
    const portfolio = await client.post('/creative/portfolio/create/', body, token);
    return new SmartPlusFixture(client, token, advertiser_id, {
      identity: String(identities.data.identity_list[0]?.['identity_id']),
      video: String(video_id),
      image: String((image_ids as string[])[0]),
      action: String(portfolio.data['creative_portfolio_id']),
      pixel: String(pixels.data.pixels[0]?.['pixel_id']),
    });
  }

  post<Data = Row>(path: string, body: Row = {}): Promise<Envelope<Data>> {
    return this.client.post<Data>(
      `/smart_plus${path}`,
      { advertiser_id: this.advertiser_id, ...body },
      this.token,
    );
  }

  /** The rows of a list. */
  async list(path: string, filtering: Row = {}): Promise<Row[]> {
    const query = { advertiser_id: this.advertiser_id, filtering };
    return (await this.client.get<{ list: Row[] }>(path, query, this.token)).data.list;
  }

  campaign(more: Row = {}): Promise<Envelope> {
    return this.post('/campaign/create/', {
      request_id: this.nextRequest(),
      campaign_name: 'c',
      objective_type: 'WEB_CONVERSIONS',
      sales_destination: 'WEBSITE',
      budget_optimize_on: true,
      budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
      budget: 50,
      ...more,
    });
  }

  adGroup(campaign_id: unknown, more: Row = {}): Promise<Envelope> {
    return this.post('/adgroup/create/', {
      request_id: this.nextRequest(),
      campaign_id,
      adgroup_name: 'g',
      promotion_type: 'WEBSITE',
      optimization_goal: 'CONVERT',
      pixel_id: this.parts.pixel,
      optimization_event: 'SHOPPING',
      billing_event: 'OCPM',
      bid_type: 'BID_TYPE_NO_BID',
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: '2026-11-01 00:00:00',
      targeting_spec: { location_ids: ['6252001'] },
      ...more,
    });
  }

  ad(adgroup_id: unknown, more: Row = {}): Promise<Envelope> {
    return this.post('/ad/create/', {
      adgroup_id,
      ad_name: 'a',
      creative_list: [this.creative()],
      ad_text_list: [{ ad_text: 'text' }],
      landing_page_url_list: [{ landing_page_url: 'https://shop.example.com/' }],
      ad_configuration: { call_to_action_id: this.parts.action },
      ...more,
    });
  }

  creative(more: Row = {}): Row {
    const { identity, video, image } = this.parts;
    return {
      creative_info: {
        ad_format: 'SINGLE_VIDEO',
        video_info: { video_id: video },
        image_info: [{ web_uri: image }],
        identity_type: 'TT_USER',
        identity_id: identity,
        ...more,
      },
    };
  }

  /** A campaign with an ad group and an ad in review. */
  async chain(): Promise<Record<'campaign' | 'adgroup' | 'ad', string>> {
    const campaign = String((await this.campaign()).data['campaign_id']);
    const adgroup = String((await this.adGroup(campaign)).data['adgroup_id']);
    const ad = String((await this.ad(adgroup)).data['smart_plus_ad_id']);
    return { campaign, adgroup, ad };
  }

  private nextRequest(): string {
    this.requests += 1;
    return String(this.requests);
  }
}
