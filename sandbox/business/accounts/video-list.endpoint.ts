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
  const before = params.whole('cursor', { min: 0 }) || now + 1;
  const ids = params.object('filters')?.texts('video_ids', { max: MAX_IDS });
  const older = ids
    ? ids.flatMap((id) => ownVideo(call, id) ?? []).filter((video) => video.createdAt < before)
    : world.videos.page(account.username, { before, count: count + 1, publicOnly: true });
  const page = older.slice(0, count);
  return {
    videos: page.map((video) => {
      const all = businessVideo(call, video);
      return Object.fromEntries(fields.map((field) => [field, all[field]]));
    }),
    cursor: page.at(-1)?.createdAt ?? 0,
    has_more: older.length > count,
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
