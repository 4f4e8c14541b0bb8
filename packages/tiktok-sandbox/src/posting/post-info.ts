import { type PrivacyLevel, privacyOptions } from '../accounts/account.js';
import { type ApiCall, type JsonObject, objectAt } from '../open-api/api-call.js';
import { invalidParams, OpenApiError } from '../open-api/open-api-error.js';

const FLAGS = [
  'disable_duet',
  'disable_stitch',
  'disable_comment',
  'brand_content_toggle',
  'brand_organic_toggle',
  'is_aigc',
  'auto_add_music',
];

/** The text fields of a post and how long each may be, in UTF-16 units. */
export type TextLimits = Readonly<Record<string, number>>;

export const VIDEO_TEXT: TextLimits = { title: 2200 };
export const PHOTO_TEXT: TextLimits = { title: 90, description: 4000 };

/** Checks types and lengths in `post_info`, without regard to the account. @throws OpenApiError 400 */
export function readPostInfo(body: JsonObject, text: TextLimits): JsonObject {
  const info = objectAt(body, 'post_info');
  for (const [key, limit] of Object.entries(text)) {
    const value = info[key] ?? '';
    if (typeof value !== 'string') throw invalidParams(`The ${key} is invalid`);
    if (value.length > limit) throw invalidParams(`The ${key} is too long`);
  }
  const badFlag = FLAGS.find((key) => info[key] !== undefined && typeof info[key] !== 'boolean');
  if (badFlag) throw invalidParams(`The ${badFlag} is invalid`);
  return info;
}

/** The chosen privacy level, which must be among those that creator info offers now. @throws OpenApiError */
export function requirePrivacy(call: ApiCall, info: JsonObject): PrivacyLevel {
  const chosen = privacyOptions(call.account).find((option) => option === info['privacy_level']);
  if (!chosen)
    throw new OpenApiError(
      403,
      'privacy_level_option_mismatch',
      'The privacy_level is not among the options that creator_info offers for this creator.',
    );
  if (chosen === 'SELF_ONLY' && info['brand_content_toggle'] === true)
    throw invalidParams('Branded content visibility cannot be set to private');
  return chosen;
}

export function textOf(info: JsonObject, key: string): string {
  const value = info[key];
  return typeof value === 'string' ? value : '';
}
