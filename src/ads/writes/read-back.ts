import { isDeepStrictEqual } from 'node:util';
import type { AdRow, WireBody } from '../../tiktok/index.js';

/** One field that TikTok stored otherwise than it was sent. */
export interface Difference {
  /** TikTok's own name, e.g. `targeting_spec.location_ids`. */
  field: string;
  sent: unknown;
  /** Undefined: TikTok dropped the field. */
  stored?: unknown;
}

// They address the call and are no part of the object.
const CALL_FIELDS = new Set(['advertiser_id', 'request_id']);

/**
 * Compares what was sent with what TikTok stored: it drops keys that it does not know and fills defaults, without an error.
 * Fields that were not sent are TikTok's defaults and no difference.
 */
export function differencesOf(sent: WireBody, stored: AdRow, within = ''): Difference[] {
  return Object.entries(sent).flatMap(([key, value]) => {
    if (CALL_FIELDS.has(key) || value === undefined) return [];
    const field = `${within}${key}`;
    const found = stored[key];
    // TikTok may leave out a list without items, or send null.
    if (isEmptyList(value) && (found === undefined || found === null)) return [];
    if (found === undefined) return [{ field, sent: value }];
    if (isObject(value) && isObject(found)) return differencesOf(value, found, `${field}.`);
    return isSame(value, found) ? [] : [{ field, sent: value, stored: found }];
  });
}

function isSame(sent: unknown, stored: unknown): boolean {
  if (Array.isArray(sent) && Array.isArray(stored))
    return sent.length === stored.length && sent.every((one, index) => isSameItem(one, stored, index));
  // TikTok writes amounts as `50.0`, times and ids as text.
  if (isNumber(sent) && isNumber(stored)) return Number(sent) === Number(stored);
  return isDeepStrictEqual(sent, stored);
}

/** Texts may come back in another order; objects keep theirs, with further fields. */
function isSameItem(item: unknown, stored: readonly unknown[], index: number): boolean {
  const other = stored[index];
  if (isObject(item) && isObject(other)) return differencesOf(item, other).length === 0;
  return stored.some((one) => isSame(item, one));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
