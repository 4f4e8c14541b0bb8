import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { allPages, type PageInfo } from './ad-pages.js';
import { BusinessClient } from './business-client.js';

/** Elements of creatives that ads name by one id, such as several calls to action. */
export interface CreativePortfolio {
  creative_portfolio_id: string;
  /** CTA, CARD, … */
  creative_portfolio_type?: string | null;
  creative_portfolio_preview_url?: string | null;
  /** Of its first element. */
  asset_content?: string | null;
}

const MAX_PAGE = 100;

@Injectable()
export class PortfolioApi {
  constructor(private readonly client: BusinessClient) {}

  /** @param type as TikTok names it, e.g. `CTA` */
  list(caller: AdCaller, type: string): Promise<CreativePortfolio[]> {
    return allPages(MAX_PAGE, async (page) => {
      const filtering = { creative_portfolio_types: [type] };
      const query = { advertiser_id: caller.advertiserId, filtering, ...page };
      const data = await this.client.get<{
        creative_portfolios?: CreativePortfolio[] | null;
        page_info?: PageInfo;
      }>(advertiserCaller(caller), '/creative/portfolio/list/', query);
      return { list: data.creative_portfolios, pageInfo: data.page_info };
    });
  }

  /** Creates a portfolio of calls to action. @returns its id, the `callToActionId` of an ad */
  async createCallToAction(
    caller: AdCaller,
    assets: readonly { asset_ids: readonly string[]; asset_content: string }[],
  ): Promise<string | undefined> {
    const body = {
      advertiser_id: caller.advertiserId,
      creative_portfolio_type: 'CTA',
      portfolio_content: assets,
    };
    const path = '/creative/portfolio/create/';
    const data = await this.client.post<{ creative_portfolio_id?: string }>(
      advertiserCaller(caller),
      path,
      body,
    );
    return data.creative_portfolio_id;
  }
}
