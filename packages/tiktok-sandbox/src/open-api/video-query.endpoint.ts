import { OPEN_VIDEO, oddVideo } from '../odd-lists/odd-answers.js';
import { isGone } from '../odd-lists/video-page.js';
import { isListed } from '../videos/listing.js';
import { type ApiCall, objectAt } from './api-call.js';
import type { Endpoint } from './endpoint.js';
import { requestedFields } from './fields.js';
import { invalidParams } from './open-api-error.js';
import { VIDEO_FIELDS, videoObject } from './video-fields.js';
import { listName } from './video-list.endpoint.js';

const MAX_IDS = 20;

/** The caller's own public videos by id; every other id is silently omitted. Source: reference §4.2. */
export const videoQuery: Endpoint = {
  method: 'POST',
  path: '/v2/video/query/',
  scopes: ['video.list'],
  limit: { name: 'videoQuery', per: 'display' },
  handle(call) {
    const { account, world } = call;
    const fields = requestedFields(call, VIDEO_FIELDS);
    const ids = idList(askedIds(call), world.settings.overLimit);
    const own = ids.flatMap((id) => world.videos.get(id) ?? []).filter((video) => video.public);
    const visible = own.filter(({ username }) => username === account.username && isListed(world, account));
    const { oddMode } = world;
    const reading = oddMode.isOn ? oddMode.reading(listName(account.username), false) : 1;
    return {
      videos: visible
        .filter(({ id }) => !isGone(oddMode, id, reading))
        .map((video) => oddVideo(oddMode, video.id, videoObject(call, video, fields), OPEN_VIDEO, reading)),
      cursor: 0,
      has_more: false,
    };
  },
};

/** Ids that are numbers do not survive JSON.parse, so they are read from the text when they are accepted at all. */
function askedIds({ body, bodyText, world }: ApiCall): unknown {
  const ids = objectAt(body(), 'filters')['video_ids'];
  const areNumbers = Array.isArray(ids) && ids.every((id) => typeof id === 'number');
  if (world.settings.looseTypes === 'refuse' || !areNumbers) return ids;
  const [, list = ''] = /"video_ids"\s*:\s*\[([\d\s,]*)\]/.exec(bodyText) ?? [];
  return list.split(',').map((id) => id.trim());
}

/** @throws OpenApiError invalid_params */
function idList(value: unknown, overLimit: 'refuse' | 'clamp'): string[] {
  if (!isIdList(value) || (value.length > MAX_IDS && overLimit === 'refuse'))
    throw invalidParams('The filters.video_ids are invalid');
  return [...new Set(value)].slice(0, MAX_IDS);
}

function isIdList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string');
}
