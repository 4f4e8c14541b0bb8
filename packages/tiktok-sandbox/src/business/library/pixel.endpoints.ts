import type { JsonObject } from '../../open-api/api-call.js';
import { OWNER_BC_ID } from '../advertisers/identity-list.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { timeText } from '../wire/time-text.js';
import { addPixel } from './new-pixel.js';
import type { Pixel } from './pixel.js';

const NAME_MAX = 40;
const CATEGORIES = ['ONLINE_STORE', 'FORM', 'CONTACT', 'LANDING_PAGE', 'OTHER'] as const;
const ORDERS = ['EARLIEST_CREATE', 'LATEST_CREATE'] as const;

/** Standard events that every pixel knows, as TikTok names them for optimisation. */
const EVENTS = [
  ['SHOPPING', 'CompletePayment'],
  ['ON_WEB_CART', 'AddToCart'],
  ['INITIATE_ORDER', 'InitiateCheckout'],
  ['FORM', 'SubmitForm'],
] as const;

const list = advertiserEndpoint({
  method: 'GET',
  path: '/pixel/list/',
  handle({ params, tables, advertiser }) {
    const order = params.oneOf('order_by', ORDERS) ?? 'EARLIEST_CREATE';
    const id = params.text('pixel_id');
    const code = params.text('code');
    const name = params.text('name')?.toLowerCase() ?? '';
    params.object('filtering');
    const rows = tables.pixels
      .of(advertiser.id)
      .filter((pixel) => id === undefined || pixel.id === id)
      .filter((pixel) => code === undefined || pixel.code === code)
      .filter((pixel) => pixel.name.toLowerCase().includes(name));
    const page = pageOf(params, order === 'LATEST_CREATE' ? rows.toReversed() : rows, { maxSize: 20 });
    return { pixels: page.list.map((pixel) => pixelView(pixel)), page_info: page.page_info };
  },
});

const create = advertiserEndpoint({
  method: 'POST',
  path: '/pixel/create/',
  handle({ params, tables, advertiser, now }) {
    const name = params.requireText('pixel_name', { max: NAME_MAX });
    if (tables.pixels.of(advertiser.id).some((pixel) => pixel.name === name))
      throw invalidParam(`pixel_name: The name ${name} already exists.`);
    const pixel = addPixel(tables, advertiser, now, {
      name,
      category: params.oneOf('pixel_category', CATEGORIES) ?? null,
      partnerName: params.text('partner_name') ?? null,
    });
    const { pixel_id, pixel_code, pixel_name, pixel_category, partner_name, advanced_matching_fields } =
      pixelView(pixel);
    return { pixel_id, pixel_code, pixel_name, pixel_category, partner_name, advanced_matching_fields };
  },
});

function pixelView(pixel: Pixel): JsonObject {
  return {
    pixel_id: pixel.id,
    pixel_code: pixel.code,
    pixel_name: pixel.name,
    pixel_category: pixel.category,
    pixel_script: `<script>ttq.load('${pixel.code}');ttq.page();</script>`,
    create_time: timeText(pixel.createdAt),
    pixel_setup_mode: 'STANDARD',
    partner_name: pixel.partnerName,
    advanced_matching_fields: { phone_number: false, email: false },
    automatic_advanced_matching_fields: {
      phone_number: false,
      email: false,
      name: false,
      address: false,
      external_id: false,
    },
    enable_first_party_cookies: true,
    enable_expanded_data_sharing: false,
    asset_ownership: {
      asset_relation_status: 'ACTIVE',
      ownership_status: true,
      owner_bc_id: OWNER_BC_ID,
    },
    events: EVENTS.map(([type, name], index) => eventView(pixel, type, name, index)),
  };
}

function eventView(pixel: Pixel, type: string, name: string, index: number): JsonObject {
  return {
    event_id: `${BigInt(pixel.id) + BigInt(index + 1)}`,
    event_code: type,
    event_type: type,
    optimization_event: type,
    custom_event_type: null,
    name,
    statistic_type: 'EVERY_TIME',
    currency: null,
    currency_value: null,
    deprecated: false,
    rules: [],
  };
}

export const PIXEL_ENDPOINTS: readonly BusinessEndpoint[] = [list, create];
