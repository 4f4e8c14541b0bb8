import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { timeText } from '../wire/time-text.js';
import { type Page, PAGE_TYPES } from './page.js';

const STATUSES = ['EDITED', 'PUBLISHED'] as const;

const get = advertiserEndpoint({
  method: 'GET',
  path: '/page/get/',
  handle(call) {
    const { params, tables, advertiser } = call;
    const types = wantedTypes(call);
    const status = params.oneOf('page_status', STATUSES) ?? params.oneOf('status', STATUSES);
    const title = params.text('title')?.toLowerCase() ?? '';
    const range = params.object('update_time_range');
    const [from, to] = [range?.time('start') ?? 0, range?.time('end') ?? Infinity];
    const rows = tables.pages
      .of(advertiser.id)
      .filter((page) => types.includes(page.businessType))
      .filter((page) => status === undefined || status === statusOf(page))
      .filter((page) => page.title.toLowerCase().includes(title))
      .filter(({ createdAt }) => createdAt >= from && createdAt <= to);
    const { list, page_info } = pageOf(params, rows, { maxSize: 100 });
    return { list: list.map((page) => pageView(call, page)), page_info };
  },
});

function wantedTypes({ params }: AdvertiserCall): readonly string[] {
  const single = params.oneOf('business_type', PAGE_TYPES) ?? 'LEAD_GEN';
  const types = params.texts('business_types') ?? [single];
  const unknown = types.find((name) => !(PAGE_TYPES as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`business_types: ${unknown} is not a valid value.`);
  return types;
}

function statusOf({ isPublished }: Page): (typeof STATUSES)[number] {
  return isPublished ? 'PUBLISHED' : 'EDITED';
}

function pageView({ origin }: AdvertiserCall, page: Page): JsonObject {
  const time = timeText(page.createdAt);
  return {
    page_id: page.id,
    status: statusOf(page),
    title: page.title,
    create_time: time,
    update_time: time,
    publish_time: page.isPublished ? time : '',
    preview_url: page.isPublished ? `${origin}/media/page/${page.id}` : '',
    thumbnail: `${origin}/media/page/${page.id}.svg`,
    destination_urls: [],
    transfer_status: 'UNSET',
    is_associated: false,
  };
}

export const PAGE_ENDPOINTS: readonly BusinessEndpoint[] = [get];
