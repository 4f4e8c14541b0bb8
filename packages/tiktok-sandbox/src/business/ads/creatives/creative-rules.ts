import { findIdentity, isOfKind } from '../../advertisers/identity-list.js';
import { checkIdentityUse } from '../../advertisers/identity-use.js';
import { IDENTITY_TYPES } from '../../advertisers/identity.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { BusinessError, invalidParam, missing, noPermission, notFound } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import { AD_FORMATS, CALLS_TO_ACTION, CREATED_STATUSES } from '../enums.js';
import { AD_TEXT_MAX, checkText, NAME_MAX } from '../text-rules.js';

const MAX_CAROUSEL_IMAGES = 35;
const CAROUSEL_SHORT = 1_242;
const CAROUSEL_LONG = 2_340;
const MAX_UTM = 14;

/** Checks one creative object of create or update. @throws BusinessError 40002, 40007, 40053 */
export function checkCreative(call: AdvertiserCall, creative: Params): void {
  checkText('ad_name', requireName(creative), NAME_MAX);
  const format = creative.requireOneOf('ad_format', AD_FORMATS);
  creative.oneOf('operation_status', CREATED_STATUSES);
  checkIdentity(call, creative);
  checkMaterial(call, creative, format);
  checkAdText(creative, format);
  const action = creative.oneOf('call_to_action', CALLS_TO_ACTION);
  if (action !== undefined && creative.has('call_to_action_id'))
    throw invalidParam('call_to_action: Cannot be used together with call_to_action_id.');
  creative.objects('utm_params', { max: MAX_UTM });
  const pixel = creative.values['tracking_pixel_id'];
  if (creative.has('tracking_pixel_id') && !/^\d+$/.test(String(pixel)))
    throw invalidParam('tracking_pixel_id: Not a valid number.');
}

/** An empty name is fine: it becomes the ad's id. */
function requireName(creative: Params): string {
  const name = creative.text('ad_name');
  if (name === undefined) throw missing('ad_name');
  return name;
}

/** Who the ad is from, and whether that account may use the post. @throws BusinessError 40001, 40002, 40007 */
export function checkIdentity(call: AdvertiserCall, creative: Params): void {
  const { world, advertiser } = call;
  const type = creative.requireOneOf('identity_type', IDENTITY_TYPES);
  const id = creative.requireText('identity_id');
  if (type === 'BC_AUTH_TT') creative.requireText('identity_authorized_bc_id');
  const identity = findIdentity(world, advertiser.id, id);
  if (!identity || !isOfKind(identity, type)) throw notFound(`identity_id: Identity ${id} does not exist.`);
  checkIdentityUse(call, { ...identity, type }, creative);
  const itemId = creative.text('tiktok_item_id');
  if (itemId === undefined) return;
  if (type === 'CUSTOMIZED_USER')
    throw invalidParam('tiktok_item_id: Not for identity_type CUSTOMIZED_USER.');
  const video = world.videos.get(itemId);
  if (!video) throw notFound(`tiktok_item_id: Post ${itemId} does not exist.`);
  if (video.username !== identity.username)
    throw noPermission(`tiktok_item_id: The identity may not use post ${itemId}.`);
}

/** Files that a format needs, all of the advertiser's own. @throws BusinessError 40002, 40007, 40053 */
export function checkMaterial(call: AdvertiserCall, creative: Params, format: string): void {
  const images = creative.texts('image_ids') ?? [];
  const isSparkPull = creative.has('tiktok_item_id');
  const { tables, advertiser } = call;
  for (const id of images)
    if (!tables.imageFiles.getOf(advertiser.id, id)) throw notFound(`image_ids: Image ${id} does not exist.`);
  const videoId = creative.text('video_id');
  if (videoId !== undefined) requireReadyVideo(call, videoId);
  if (isSparkPull) {
    const own = ['video_id', 'image_ids', 'music_id'].find((key) => creative.has(key));
    if (own !== undefined) throw invalidParam(`${own}: Not together with tiktok_item_id.`);
    return;
  }
  if (format === 'SINGLE_VIDEO') {
    if (videoId === undefined) throw missing('video_id');
    requireImages(images, 1, 1);
  } else if (format === 'SINGLE_IMAGE') requireImages(images, 1, 1);
  else if (format === 'CAROUSEL_ADS') {
    requireImages(images, 1, MAX_CAROUSEL_IMAGES);
    if (!creative.has('music_id')) throw missing('music_id');
    for (const id of images) requireCarouselSize(call, id);
  }
}

/** One that is pulled from a URL cannot be bound before it is there. */
function requireReadyVideo({ tables, advertiser, now }: AdvertiserCall, id: string): void {
  const video = tables.videoFiles.getOf(advertiser.id, id);
  if (!video || video.readyAt > now)
    throw new BusinessError(40_053, `video_id: Video ${id} is invalid, or still being processed.`);
}

function requireImages(images: readonly string[], min: number, max: number): void {
  if (images.length < min || images.length > max)
    throw invalidParam(`image_ids: Length must be between ${min} and ${max}.`);
}

/** Upright or wide. Source: corrections §2c. */
function requireCarouselSize({ tables, advertiser }: AdvertiserCall, id: string): void {
  const { width = 0, height = 0 } = tables.imageFiles.getOf(advertiser.id, id) ?? {};
  if (Math.min(width, height) > CAROUSEL_SHORT || Math.max(width, height) > CAROUSEL_LONG)
    throw invalidParam(`image_ids: ${id} must be at most ${CAROUSEL_SHORT} × ${CAROUSEL_LONG} pixels.`);
}

function checkAdText(creative: Params, format: string): void {
  const text = creative.text('ad_text');
  const isSparkPull = creative.has('tiktok_item_id');
  if (text !== undefined && isSparkPull) throw invalidParam('ad_text: Not together with tiktok_item_id.');
  if (!text && !isSparkPull && ['SINGLE_VIDEO', 'SINGLE_IMAGE'].includes(format)) throw missing('ad_text');
  if (text) checkText('ad_text', text, AD_TEXT_MAX);
}
