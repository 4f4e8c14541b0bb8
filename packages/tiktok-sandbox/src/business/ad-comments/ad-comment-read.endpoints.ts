import type { Ad } from '../ads/ad-objects.js';
import { invalidParam, missing, notFound } from '../wire/business-error.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { Params } from '../wire/params.js';
import { parseDay } from '../wire/time-text.js';
import type { AdComment } from './ad-comment.js';
import { listedComment, relatedComment, typeOf } from './ad-comment-view.js';
import { commentsOf, findComment } from './ad-comments.js';
import { adItemId } from './ad-item.js';

const DAY_MS = 86_400_000;
const TYPES = ['ALL', 'COMMENT', 'REPLY'];
const STATUSES = ['ALL', 'PUBLIC', 'HIDDEN'];

interface Row {
  readonly ad: Ad;
  readonly comment: AdComment;
  readonly replies: readonly AdComment[];
}

/** Comments under the ads of one ad group; days are UTC. */
const list = advertiserEndpoint({
  method: 'GET',
  path: '/comment/list/',
  handle(call) {
    const { params } = call;
    const [from, to] = [requireDay(params, 'start_time'), requireDay(params, 'end_time') + DAY_MS];
    if (to <= from) throw invalidParam('end_time: Must not be before start_time.');
    const types = words(params, 'comment_type', TYPES);
    const statuses = words(params, 'comment_status', STATUSES);
    const rows = rowsOf(call)
      .filter(({ comment }) => comment.createdAt >= from && comment.createdAt < to)
      .filter(({ comment }) => !types || types.includes(typeOf(comment)))
      .filter(({ comment }) => !statuses || statuses.includes(comment.status));
    const page = pageOf(params, rows.toSorted(order(params)), { maxSize: 100 });
    return {
      comments: page.list.map(({ ad, comment, replies }) => listedComment(call, ad, comment, replies)),
      page_info: page.page_info,
    };
  },
});

/** An original comment with its replies, or a reply with its original. */
const reference = advertiserEndpoint({
  method: 'GET',
  path: '/comment/reference/',
  handle(call) {
    const { params, world, advertiser } = call;
    const id = params.requireText('comment_id');
    const type = params.requireOneOf('comment_type', ['COMMENT', 'REPLY']);
    if (type === 'REPLY' && !params.has('original_comment_id')) throw missing('original_comment_id');
    const found = findComment(world, advertiser.id, id);
    if (!found || typeOf(found.comment) !== type) throw notFound(`comment_id: Comment ${id} does not exist.`);
    const { ad, comment } = found;
    const all = commentsOf(world, ad);
    const original = all.find((other) => other.id === comment.parentId) ?? comment;
    const related =
      type === 'REPLY' ? [comment, original] : [comment, ...all.filter(({ parentId }) => parentId === id)];
    const page = pageOf(params, related);
    return {
      comments: page.list.map((one) => relatedComment(call, ad, one, original)),
      page_info: page.page_info,
    };
  },
});

function requireDay(params: Params, key: string): number {
  const day = parseDay(params.requireText(key));
  if (day === undefined) throw invalidParam(`${key}: Must be a day as YYYY-MM-DD.`);
  return day;
}

/** Undefined for all. */
function words(params: Params, key: string, known: readonly string[]): readonly string[] | undefined {
  const asked = params.texts(key) ?? ['ALL'];
  const unknown = asked.find((word) => !known.includes(word));
  if (unknown !== undefined) throw invalidParam(`${key}: Must be one of: ${known.join(', ')}.`);
  return asked.includes('ALL') ? undefined : asked;
}

/** Ads with the same post show the same comments: each is listed once. */
function rowsOf({ params, world, tables, advertiser }: AdvertiserCall): Row[] {
  params.requireOneOf('search_field', ['ADGROUP_ID']);
  const groupId = params.requireText('search_value');
  if (!tables.adgroups.getOf(advertiser.id, groupId))
    throw notFound(`search_value: Ad group ${groupId} does not exist.`);
  const byItem = new Map<string, Ad>();
  for (const ad of tables.ads.of(advertiser.id))
    if (ad.adgroupId === groupId && !byItem.has(adItemId(ad))) byItem.set(adItemId(ad), ad);
  return [...byItem.values()].flatMap((ad) => {
    const comments = commentsOf(world, ad);
    const repliesTo = (id: string): AdComment[] => comments.filter(({ parentId }) => parentId === id);
    return comments.map((comment) => ({ ad, comment, replies: repliesTo(comment.id) }));
  });
}

function order(params: Params): (a: Row, b: Row) => number {
  const field = params.oneOf('sort_field', ['CREATE_TIME', 'LIKES', 'REPLIES']) ?? 'CREATE_TIME';
  const direction = params.oneOf('sort_type', ['ASC', 'DESC']) === 'ASC' ? 1 : -1;
  const key = ({ comment, replies }: Row): number => {
    if (field === 'LIKES') return comment.likes;
    return field === 'REPLIES' ? replies.length : comment.createdAt;
  };
  return (a, b) => direction * (key(a) - key(b));
}

export const AD_COMMENT_READ_ENDPOINTS: readonly BusinessEndpoint[] = [list, reference];
