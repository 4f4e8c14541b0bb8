import { OBJECTIVE_TYPES, PROMOTION_TYPES } from '../ads/enums.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';

const ASSET_TYPES = ['CTA_NORMAL', 'CTA_AUTO_OPTIMIZED'] as const;
const CONTENT_TYPES = [
  'APP_DOWNLOAD',
  'LANDING_PAGE',
  'OTHER',
  'MESSAGE',
  'SOCIAL_MEDIA_APP_MESSAGE',
  'PHONE_CALL',
] as const;

type ContentType = (typeof CONTENT_TYPES)[number];

/** Texts with their first asset id, by what the ad leads to. */
const TEXTS: Readonly<Record<ContentType, readonly (readonly [string, number])[]>> = {
  APP_DOWNLOAD: [
    ['Download now', 201_902],
    ['Install now', 202_114],
    ['Play game', 202_120],
  ],
  LANDING_PAGE: [
    ['Learn more', 201_781],
    ['Shop now', 201_535],
    ['Sign up', 201_813],
    ['Order now', 201_821],
  ],
  OTHER: [
    ['Watch now', 202_156],
    ['View now', 202_160],
  ],
  MESSAGE: [['Send message', 202_170]],
  SOCIAL_MEDIA_APP_MESSAGE: [['Send message', 202_170]],
  PHONE_CALL: [['Call now', 202_180]],
};

/** Between the two ids of one text. */
const SECOND_ID = 498;

/** Source: TikTok's page 1739362202742785. */
const recommend = advertiserEndpoint({
  method: 'GET',
  path: '/creative/cta/recommend/',
  handle(call) {
    return {
      recommend_assets: TEXTS[contentType(call)].map(([asset_content, id]) => ({
        asset_ids: [String(id), String(id - SECOND_ID)],
        asset_content,
      })),
    };
  },
});

function contentType({ params }: AdvertiserCall): ContentType {
  if (params.flag('new_version') !== true) {
    params.requireOneOf('asset_type', ASSET_TYPES);
    return params.requireOneOf('content_type', CONTENT_TYPES);
  }
  params.requireOneOf('objective_type', OBJECTIVE_TYPES);
  const promotion = params.requireOneOf('promotion_type', PROMOTION_TYPES);
  if (promotion.startsWith('APP_')) return 'APP_DOWNLOAD';
  if (promotion.endsWith('DIRECT_MESSAGE')) return 'MESSAGE';
  if (promotion.endsWith('APP_MESSAGE')) return 'SOCIAL_MEDIA_APP_MESSAGE';
  return promotion.endsWith('CALL') ? 'PHONE_CALL' : 'LANDING_PAGE';
}

export const CALL_TO_ACTION_ENDPOINTS: readonly BusinessEndpoint[] = [recommend];
