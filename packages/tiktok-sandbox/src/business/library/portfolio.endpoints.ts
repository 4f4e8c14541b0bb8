import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { Params } from '../wire/params.js';
import { wordsOf } from '../wire/words.js';
import type { Portfolio } from './portfolio.js';

const MAX_IDS = 100;
const MAX_CONTENT = 50;

const TYPES = wordsOf(`
  CTA CARD COUNTDOWN_STICKER DESTINATION_CARD DOWNLOAD_CARD DYNAMIC_ADD_ON FLIGHT_CARD GESTURE GIFTCODE_STICKER
  HOTEL_CARD INVENTORY_CARD SUPER_LIKE WEB_INFO_CARD LIVE_REMINDER_COUNTDOWN_STICKER MEDIA_CARD NON_CLICK_SUPER_LIKE PREMIUM_BADGE
  PRODUCT_CARD PRODUCT_INFO_CARD PRODUCT_SHOWCASE_TILE PRODUCT_TILE REMINDER_COUNTDOWN_STICKER SHAKE_SURPRISE
  SHOPIFY_PRODUCT_CARD STICKER STORY_SELECTION`);

const create = advertiserEndpoint({
  method: 'POST',
  path: '/creative/portfolio/create/',
  handle({ params, state, tables, advertiser, now }) {
    const type = params.oneOf('creative_portfolio_type', TYPES) ?? 'CTA';
    const content = params.requireObjects('portfolio_content', { max: MAX_CONTENT });
    for (const one of content) checkContent(type, one);
    const portfolio = tables.portfolios.add({
      id: state.ids.next(now),
      advertiserId: advertiser.id,
      type,
      content: content.map(({ values }) => values),
      createdAt: now,
    });
    return { creative_portfolio_id: portfolio.id };
  },
});

/** What the most usual kinds must have; others are taken as they come. */
function checkContent(type: string, content: Params): void {
  if (type === 'CTA') {
    content.requireText('asset_content');
    content.requireTexts('asset_ids');
  } else if (type === 'CARD') for (const key of ['card_type', 'image_id']) content.requireText(key);
}

const get = advertiserEndpoint({
  method: 'GET',
  path: '/creative/portfolio/get/',
  handle(call) {
    const portfolio = requirePortfolio(call, call.params.requireText('creative_portfolio_id'));
    return {
      creative_portfolio_id: portfolio.id,
      creative_portfolio_type: portfolio.type,
      portfolio_content: portfolio.content,
    };
  },
});

/** Documented: calls to action are never listed. */
const list = advertiserEndpoint({
  method: 'GET',
  path: '/creative/portfolio/list/',
  handle(call) {
    const { params, tables, advertiser } = call;
    const filtering = params.object('filtering');
    const ids = filtering?.texts('creative_portfolio_ids', { max: MAX_IDS });
    const types = filtering?.texts('creative_portfolio_types');
    const rows = tables.portfolios
      .of(advertiser.id)
      .filter(
        ({ id, type }) => type !== 'CTA' && (!ids || ids.includes(id)) && (!types || types.includes(type)),
      )
      .toReversed();
    const page = pageOf(params, rows, { defaultSize: 20, maxSize: 100 });
    return { creative_portfolios: page.list.map((one) => listed(call, one)), page_info: page.page_info };
  },
});

const remove = advertiserEndpoint({
  method: 'POST',
  path: '/creative/portfolio/delete/',
  handle(call) {
    const ids = call.params.requireTexts('creative_portfolio_ids', { max: MAX_IDS });
    for (const { id } of ids.map((one) => requirePortfolio(call, one))) call.tables.portfolios.delete(id);
    return {};
  },
});

/** What a portfolio has of its first element stands beside its id; the rest is not shown. */
function listed({ origin }: AdvertiserCall, { id, type, content }: Portfolio): JsonObject {
  return {
    ...content[0],
    creative_portfolio_id: id,
    creative_portfolio_type: type,
    creative_portfolio_preview_url: `${origin}/media/portfolio/${id}.svg`,
  };
}

function requirePortfolio({ tables, advertiser }: AdvertiserCall, id: string): Portfolio {
  const portfolio = tables.portfolios.getOf(advertiser.id, id);
  if (!portfolio) throw notFound(`Portfolio ${id} does not exist.`);
  return portfolio;
}

export const PORTFOLIO_ENDPOINTS: readonly BusinessEndpoint[] = [create, get, list, remove];
