import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';

export interface ToolRegion {
  location_id: string;
  name?: string | null;
  parent_id?: string | null;
  region_code?: string | null;
  /** COUNTRY, PROVINCE, … */
  level?: string | null;
}

export interface ToolLanguage {
  code: string;
  name?: string | null;
}

export interface ToolInterest {
  interest_category_id: string;
  interest_category_name?: string | null;
  level?: number | null;
  sub_category_ids?: string[] | null;
}

export interface ToolApp {
  app_id: string;
  app_name?: string | null;
  /** ANDROID or IOS. */
  platform?: string | null;
  package_name?: string | null;
  download_url?: string | null;
  /** The measurement partner. */
  partner?: string | null;
}

/** A text that TikTok recommends as a call to action, with the ids that a portfolio needs. */
export interface RecommendedCallToAction {
  asset_ids?: string[] | null;
  asset_content?: string | null;
}

export interface AdMusic {
  music_id: string;
  name?: string | null;
  author?: string | null;
  /** Expires. */
  url?: string | null;
  cover_url?: string | null;
  /** Seconds. */
  duration?: number | null;
  style?: string | null;
  sources?: string[] | null;
}

type Query = Record<string, string | number | boolean | object | undefined>;

/** What the forms of ads offer: regions, languages, interests, apps, music. */
@Injectable()
export class AdToolApi {
  constructor(private readonly client: BusinessClient) {}

  async regions(
    caller: AdCaller,
    query: { placements: readonly string[]; objective_type: string },
  ): Promise<ToolRegion[]> {
    const data = await this.get<{ region_info?: ToolRegion[] | null }>(caller, '/tool/region/', query);
    return data.region_info ?? [];
  }

  async languages(caller: AdCaller): Promise<ToolLanguage[]> {
    const data = await this.get<{ languages?: ToolLanguage[] | null }>(caller, '/tool/language/', {});
    return data.languages ?? [];
  }

  async interests(caller: AdCaller): Promise<ToolInterest[]> {
    const path = '/tool/interest_category/';
    const data = await this.get<{ interest_categories?: ToolInterest[] | null }>(caller, path, {
      version: 2,
    });
    return data.interest_categories ?? [];
  }

  async apps(caller: AdCaller): Promise<ToolApp[]> {
    const data = await this.get<{ apps?: ToolApp[] | null }>(caller, '/app/list/', {});
    return data.apps ?? [];
  }

  /** @param contentType what the ad leads to: LANDING_PAGE, APP_DOWNLOAD, … */
  async recommendedCallsToAction(caller: AdCaller, contentType: string): Promise<RecommendedCallToAction[]> {
    const query = { asset_type: 'CTA_NORMAL', content_type: contentType };
    const path = '/creative/cta/recommend/';
    const data = await this.get<{ recommend_assets?: RecommendedCallToAction[] | null }>(caller, path, query);
    return data.recommend_assets ?? [];
  }

  /** Returns music for carousels: what a keyword finds, or what TikTok recommends. */
  async carouselMusic(caller: AdCaller, keyword: string | undefined): Promise<AdMusic[]> {
    const search =
      keyword === undefined
        ? { search_type: 'SEARCH_BY_RECOMMEND' }
        : { search_type: 'SEARCH_BY_KEYWORD', filtering: { keyword }, page_size: 200 };
    const query = { music_scene: 'CAROUSEL_ADS', ...search };
    const data = await this.get<{ musics?: AdMusic[] | null }>(caller, '/file/music/get/', query);
    return data.musics ?? [];
  }

  private get<Data>(caller: AdCaller, path: string, query: Query): Promise<Data> {
    return this.client.get<Data>(advertiserCaller(caller), path, {
      advertiser_id: caller.advertiserId,
      ...query,
    });
  }
}
