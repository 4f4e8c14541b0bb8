import { oddEnvelope, OPEN_VIDEO, oddVideo } from '../odd-lists/odd-answers.js';
import { videoPage } from '../odd-lists/video-page.js';
import { isListed } from '../videos/listing.js';
import type { Endpoint } from './endpoint.js';
import { requestedFields } from './fields.js';
import { invalidParams } from './open-api-error.js';
import { VIDEO_FIELDS, videoObject } from './video-fields.js';

const DEFAULT_COUNT = 10;
const MAX_COUNT = 20;

/** Public videos, newest first, older than the cursor (UTC milliseconds). Source: reference §4.1. */
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
    const from = wholeNumber(cursor, 0);
    const list = listName(account.username);
    const { videos, reading, ...page } = videoPage(world, {
      list,
      before: from || Number.MAX_SAFE_INTEGER,
      isStart: from === 0,
      count,
      fetch: (before, most) =>
        isListed(world, account)
          ? world.videos.page(account.username, { before, count: most, publicOnly: true })
          : [],
    });
    return {
      videos: videos.map((video) =>
        oddVideo(world.oddMode, video.id, videoObject(call, video, fields), OPEN_VIDEO, reading),
      ),
      ...oddEnvelope(world.oddMode, list, { cursor: page.cursor, has_more: page.hasMore }),
    };
  },
};

/** The list's name in the odd mode. */
export function listName(username: string): string {
  return `open/${username}`;
}

function wholeNumber(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (!Number.isSafeInteger(value)) throw invalidParams('The request body has a malformed number');
  return value as number;
}

function fromText(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
