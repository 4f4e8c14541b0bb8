import { isListed } from '../videos/listing.js';
import type { Endpoint } from './endpoint.js';
import { requestedFields } from './fields.js';
import { invalidParams } from './open-api-error.js';
import { VIDEO_FIELDS, videoObject } from './video-fields.js';

const DEFAULT_COUNT = 10;
const MAX_COUNT = 20;

/** Public videos, the newest first, older than the cursor (UTC milliseconds). Source: reference §4.1. */
export const videoList: Endpoint = {
  method: 'POST',
  path: '/v2/video/list/',
  scopes: ['video.list'],
  limit: { name: 'videoList', per: 'display' },
  handle(call) {
    const fields = requestedFields(call, VIDEO_FIELDS);
    const body = call.body();
    const wanted = wholeNumber(body['max_count'], DEFAULT_COUNT);
    const isTooMany = wanted > MAX_COUNT && call.world.settings.overLimit === 'refuse';
    if (wanted < 1 || isTooMany) throw invalidParams('The max_count is invalid');
    const count = Math.min(wanted, MAX_COUNT);
    // The first page asks with no cursor or with 0.
    const { account, world } = call;
    const cursor = world.settings.looseTypes === 'accept' ? fromText(body['cursor']) : body['cursor'];
    const before = wholeNumber(cursor, 0) || Number.MAX_SAFE_INTEGER;
    const query = { before, count: count + 1, publicOnly: true };
    const found = isListed(world, account) ? world.videos.page(account.username, query) : [];
    const page = found.slice(0, count);
    return {
      videos: page.map((video) => videoObject(call, video, fields)),
      cursor: page.at(-1)?.createdAt ?? 0,
      has_more: found.length > count,
    };
  },
};

function wholeNumber(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (!Number.isSafeInteger(value)) throw invalidParams('The request body has a malformed number');
  return value as number;
}

function fromText(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
