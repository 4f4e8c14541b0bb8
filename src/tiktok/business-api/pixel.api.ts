import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { allPages, MAX_PAGES, type PageInfo } from './ad-pages.js';
import { BusinessClient } from './business-client.js';

/** A pixel of a website, with the events that ads may optimise for. */
export interface AdPixel {
  pixel_id: string;
  pixel_code?: string | null;
  pixel_name?: string | null;
  pixel_category?: string | null;
  events?: AdPixelEvent[] | null;
}

export interface AdPixelEvent {
  event_id?: string | null;
  name?: string | null;
  /** The value of an ad group's `optimization_event`. */
  optimization_event?: string | null;
  deprecated?: boolean | null;
}

const MAX_PAGE = 20;

/** As many pixels are listed at most. */
export const MAX_PIXELS = MAX_PAGE * MAX_PAGES;

@Injectable()
export class PixelApi {
  constructor(private readonly client: BusinessClient) {}

  list(caller: AdCaller): Promise<AdPixel[]> {
    return allPages(MAX_PAGE, async (page) => {
      const query = { advertiser_id: caller.advertiserId, ...page };
      const data = await this.client.get<{ pixels?: AdPixel[] | null; page_info?: PageInfo }>(
        advertiserCaller(caller),
        '/pixel/list/',
        query,
      );
      return { list: data.pixels, pageInfo: data.page_info };
    });
  }
}
