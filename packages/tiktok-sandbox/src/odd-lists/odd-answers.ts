import type { JsonObject } from '../open-api/api-call.js';
import type { OddMode } from './odd-mode.js';

/** The field names of a list's items. */
export interface ItemFields {
  readonly id: string;
  readonly time: string;
  readonly counters: readonly string[];
}

export const OPEN_VIDEO: ItemFields = {
  id: 'id',
  time: 'create_time',
  counters: ['like_count', 'comment_count', 'share_count', 'view_count'],
};

export const BUSINESS_VIDEO: ItemFields = {
  id: 'item_id',
  time: 'create_time',
  counters: ['likes', 'comments', 'shares', 'favorites', 'video_views', 'reach'],
};

const COMMENT_COUNTERS = ['likes', 'replies'];

/** Fields that a comment may lack; its id and the video's id are always present. */
const COMMENT_FIELDS =
  `unique_identifier user_id username display_name profile_image create_time text likes replies
  owner liked pinned status`.split(/\s+/);

const COUNTER_ODDITIES = ['counters_missing', 'counters_null', 'counters_text'] as const;
const CURSOR_ODDITIES = ['cursor_text', 'cursor_absent', 'cursor_minus_one'] as const;

interface Envelope {
  readonly cursor: number;
  readonly has_more: boolean;
}

const ODD_CURSORS: Record<(typeof CURSOR_ODDITIES)[number], (page: Envelope) => JsonObject> = {
  cursor_text: (page) => ({ ...page, cursor: String(page.cursor) }),
  cursor_absent: ({ cursor, has_more }) => (has_more ? { has_more } : { cursor, has_more }),
  cursor_minus_one: (page) => (page.has_more ? { ...page, cursor: -1 } : { ...page }),
};

/** A video in its list's format. @param reading how often the list has been read */
export function oddVideo(
  odd: OddMode,
  id: string,
  video: JsonObject,
  fields: ItemFields,
  reading: number,
): JsonObject {
  if (!odd.isOn) return video;
  const shown = oddCounters(odd, id, fallen(odd, video, fields.counters, reading), fields.counters);
  if (odd.has('video_without_id') && odd.draw('no-id', id) < 0.2) delete shown[fields.id];
  if (odd.has('video_without_time') && odd.draw('no-time', id) < 0.2) delete shown[fields.time];
  return shown;
}

export function oddComment(odd: OddMode, id: string, comment: JsonObject): JsonObject {
  if (!odd.isOn) return comment;
  const shown = oddCounters(odd, id, { ...comment }, COMMENT_COUNTERS);
  if (odd.has('comments_without_fields'))
    for (const field of COMMENT_FIELDS) if (odd.draw('comment', id, field) < 0.25) delete shown[field];
  return shown;
}

/** @param profile names the owner and the API */
export function oddProfile(
  odd: OddMode,
  profile: string,
  fields: JsonObject,
  counters: readonly string[],
): JsonObject {
  if (!odd.isOn) return fields;
  const reading = odd.reading(profile, true);
  const shown = oddCounters(odd, profile, fallen(odd, fields, counters, reading), counters);
  const names = Object.keys(shown).filter((name) => name !== 'open_id');
  if (!odd.has('profile_fields_missing') || names.length === 0) return shown;
  const missing = names.filter((name) => odd.draw('profile', profile, name, reading) < 0.4);
  for (const name of missing.length > 0 ? missing : names.slice(0, 1)) delete shown[name];
  return shown;
}

/** The fields beside a page's items. */
export function oddEnvelope(odd: OddMode, list: string, page: Envelope): JsonObject {
  if (!odd.isOn) return { ...page };
  const oddities = odd.chosen(CURSOR_ODDITIES);
  const options = odd.isMixed ? [undefined, ...oddities] : oddities;
  const oddity = odd.pick(options, 'cursor', list, page.cursor);
  const shown: JsonObject = oddity === undefined ? { ...page } : ODD_CURSORS[oddity](page);
  const isMissing = !odd.isMixed || odd.draw('has-more', list, page.cursor) < 0.5;
  if (odd.has('has_more_missing') && isMissing) delete shown['has_more'];
  return shown;
}

function fallen(odd: OddMode, item: JsonObject, counters: readonly string[], reading: number): JsonObject {
  const shown = { ...item };
  if (!odd.has('falling_counts')) return shown;
  const left = Math.max(0.4, 1 - 0.1 * (reading - 1));
  for (const name of counters) {
    const value = shown[name];
    if (typeof value === 'number') shown[name] = Math.floor(value * left);
  }
  return shown;
}

/** Changes about half of the counters, each in one of the chosen ways. */
function oddCounters(odd: OddMode, id: string, item: JsonObject, counters: readonly string[]): JsonObject {
  const ways = odd.chosen(COUNTER_ODDITIES);
  if (ways.length === 0) return item;
  for (const name of counters.filter((one) => one in item && odd.draw('counter', id, one) < 0.5)) {
    const way = odd.pick(ways, 'way', id, name);
    if (way === 'counters_missing') delete item[name];
    else item[name] = way === 'counters_null' ? null : String(item[name]);
  }
  return item;
}
