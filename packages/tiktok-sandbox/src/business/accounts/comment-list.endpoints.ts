import type { Comment } from '../../comments/comment.js';
import { oddComment, oddEnvelope } from '../../odd-lists/odd-answers.js';
import { shortCount } from '../../odd-lists/video-page.js';
import type { AccountCall } from '../wire/business-call.js';
import { accountEndpoint } from '../wire/endpoint.js';
import { Params } from '../wire/params.js';
import { commentView, commentWithReplies, listedReplies } from './comment-view.js';
import { requireOwnComment, requireOwnVideo } from './own-video.js';

const SORT_FIELDS = ['likes', 'replies', 'create_time'] as const;
const SORT_ORDERS = ['asc', 'desc', 'smart'] as const;
const STATUSES = ['PUBLIC', 'ALL'] as const;
const MAX_IDS = 30;
const MAX_COUNT = 30;
const DEFAULT_COUNT = 20;

/** The comments of one of the account's posts. Source: business reference §10. */
export const commentList = accountEndpoint({
  method: 'GET',
  path: '/business/comment/list/',
  scopes: ['comment.list', 'comment.list.manage'],
  handle(call) {
    const video = requireOwnVideo(call);
    const withReplies = call.params.flag('include_replies') ?? false;
    const ids = call.params.texts('comment_ids', { max: MAX_IDS });
    const all = call.world.comments.of(video.id);
    const wanted = ids
      ? all.filter(({ id }) => ids.includes(id))
      : all.filter((one) => one.parentId === null);
    return page(call, wanted, all, withReplies);
  },
});

export const replyList = accountEndpoint({
  method: 'GET',
  path: '/business/comment/reply/list/',
  scopes: ['comment.list', 'comment.list.manage'],
  handle(call) {
    const video = requireOwnVideo(call);
    const parent = requireOwnComment(call, video);
    const all = call.world.comments.of(video.id);
    return page(call, listedReplies(parent, repliesByParent(all)(parent)), all, false);
  },
});

function page(
  call: AccountCall,
  wanted: readonly Comment[],
  all: readonly Comment[],
  withReplies: boolean,
): object {
  const { params, settings, world } = call;
  const status = params.oneOf('status', STATUSES) ?? 'ALL';
  const count = params.whole('max_count', { min: 1, max: MAX_COUNT }) ?? DEFAULT_COUNT;
  const cursor = params.whole('cursor', { min: 0 }) ?? 0;
  const repliesOf = repliesByParent(all);
  const rows = sorted(
    params.oneOf('sort_field', SORT_FIELDS),
    params.oneOf('sort_order', SORT_ORDERS) ?? sortType(params) ?? 'smart',
    wanted.filter((comment) => status === 'ALL' || isShown(call, comment)),
    (comment) => repliesOf(comment).length,
  );
  // Far down the list, TikTok repeats items at page borders.
  const repeatsByItself = settings.commentRepeatsFrom > 0 && cursor >= settings.commentRepeatsFrom;
  const repeats = repeatsByItself || (cursor > 0 && world.oddMode.has('duplicate_videos')) ? 1 : 0;
  const list = `comments/${all[0]?.videoId ?? ''}`;
  const size = world.oddMode.has('short_pages') ? shortCount(world.oddMode, list, cursor, count) : count;
  const view = withReplies ? commentWithReplies : commentView;
  return {
    comments: rows
      .slice(Math.max(0, cursor - repeats), cursor + size)
      .map((comment) => oddComment(world.oddMode, comment.id, view(call, comment, repliesOf(comment)))),
    ...oddEnvelope(world.oddMode, list, {
      cursor: Math.min(cursor + size, rows.length),
      has_more: rows.length > cursor + size,
    }),
  };
}

/** A limited comment says PUBLIC of itself, and is not in the public list. */
function isShown({ tables }: AccountCall, { id, status }: Comment): boolean {
  return status === 'PUBLIC' && tables.commentMarks.get(id)?.limited !== true;
}

/** SDKs send the order under this name; one sends it in capitals. */
function sortType(params: Params): (typeof SORT_ORDERS)[number] | undefined {
  const order = params.text('sort_type')?.toLowerCase();
  return new Params({ sort_type: order }, false).oneOf('sort_type', SORT_ORDERS);
}

function repliesByParent(all: readonly Comment[]): (comment: Comment) => readonly Comment[] {
  const byParent = new Map<string, Comment[]>();
  for (const comment of all)
    if (comment.parentId !== null)
      byParent.set(comment.parentId, [...(byParent.get(comment.parentId) ?? []), comment]);
  return (comment) => byParent.get(comment.id) ?? [];
}

/** `smart` is TikTok's own order: the liked ones first. */
function sorted(
  field: (typeof SORT_FIELDS)[number] | undefined,
  order: (typeof SORT_ORDERS)[number],
  rows: readonly Comment[],
  repliesOf: (comment: Comment) => number,
): Comment[] {
  const key = (comment: Comment): number => {
    if (order === 'smart' || field === 'likes') return comment.likes;
    return field === 'replies' ? repliesOf(comment) : comment.createdAt;
  };
  const direction = order === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => direction * (key(a) - key(b)) || b.createdAt - a.createdAt);
}
