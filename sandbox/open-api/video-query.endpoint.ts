import { objectAt } from './api-call.js';
import type { Endpoint } from './endpoint.js';
import { requestedFields } from './fields.js';
import { invalidParams } from './open-api-error.js';
import { VIDEO_FIELDS, videoObject } from './video-fields.js';

const MAX_IDS = 20;

/** The caller's own public videos by id; every other id is silently left out. Source: reference §4.2. */
export const videoQuery: Endpoint = {
  method: 'POST',
  path: '/v2/video/query/',
  scopes: ['video.list'],
  limit: { name: 'videoQuery', per: 'app' },
  handle(call) {
    const fields = requestedFields(call.query, VIDEO_FIELDS);
    const ids = objectAt(call.body(), 'filters')['video_ids'];
    if (!isIdList(ids)) throw invalidParams('The filters.video_ids are invalid');
    const videos = [...new Set(ids)]
      .map((id) => call.world.videos.get(id))
      .filter((video) => video?.public === true && video.username === call.account.username);
    return {
      videos: videos.flatMap((video) => (video ? [videoObject(call, video, fields)] : [])),
      cursor: 0,
      has_more: false,
    };
  },
};

function isIdList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_IDS &&
    value.every((id) => typeof id === 'string')
  );
}
