import { BUSINESS_VIDEO, oddEnvelope, oddVideo } from '../../odd-lists/odd-answers.js';
import { videoPage } from '../../odd-lists/video-page.js';
import { requireScope } from '../wire/admission.js';
import type { AccountCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';
import { fieldsOf } from '../wire/field-selection.js';
import { BUSINESS_VIDEO_FIELDS, businessVideo, scopeOfVideoField } from './video-fields.js';

const DEFAULT_COUNT = 10;
const MAX_COUNT = 20;
const MAX_IDS = 20;

function list(call: AccountCall): object {
  const { params, world, account, now } = call;
  const fields = fieldsOf(params, BUSINESS_VIDEO_FIELDS, ['item_id']);
  if (!fields.includes('item_id')) throw invalidParam('fields: Must include item_id.');
  for (const field of fields)
    requireScope(call, call.grant.scopes, [scopeOfVideoField(call.settings, field)]);
  const count = params.whole('max_count', { min: 1, max: MAX_COUNT }) ?? DEFAULT_COUNT;
  const cursor = params.whole('cursor', { min: 0 }) ?? 0;
  const ids = params.object('filters')?.texts('video_ids', { max: MAX_IDS });
  const named = ids?.flatMap((id) => ownVideo(call, id) ?? []);
  const name = `business/${account.username}`;
  const { videos, reading, ...page } = videoPage(world, {
    list: name,
    before: cursor || now + 1,
    isStart: cursor === 0,
    count,
    fetch: (before, most) =>
      named
        ? named.filter((video) => video.createdAt < before).slice(0, most)
        : world.videos.page(account.username, { before, count: most, publicOnly: true }),
  });
  return {
    videos: videos.map((video) => {
      const all = businessVideo(call, video);
      const shown = Object.fromEntries(fields.map((field) => [field, all[field]]));
      return oddVideo(world.oddMode, video.id, shown, BUSINESS_VIDEO, reading);
    }),
    ...oddEnvelope(world.oddMode, name, { cursor: page.cursor, has_more: page.hasMore }),
  };
}

function ownVideo({ world, account }: AccountCall, id: string) {
  const video = world.videos.get(id);
  return video?.public && video.username === account.username ? video : undefined;
}

/** Posts older than the cursor (ms), the newest first. Source: business reference §10. */
export const businessVideoList = accountEndpoint({
  method: 'GET',
  path: '/business/video/list/',
  scopes: ['video.list'],
  handle: list,
});

/** The other spelling, which several working clients use. */
export const businessVideosList = accountEndpoint({
  method: 'GET',
  path: '/business/videos/list/',
  scopes: ['video.list'],
  handle: list,
});
