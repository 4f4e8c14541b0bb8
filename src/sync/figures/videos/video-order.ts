import type { CursorPart } from '../../../common/index.js';
import type { Bind } from '../../../database/index.js';

export const SORTS = ['publishedAt', 'views', 'likes', 'comments', 'shares', 'growth'] as const;
export type Sort = (typeof SORTS)[number];

export const ORDERS = ['desc', 'asc'] as const;
export type Order = (typeof ORDERS)[number];

/** The sort value and the id of the last row of a page. An empty value is null. */
export type LastRow = readonly [value: string, videoId: string];

const COLUMNS: Readonly<Record<Sort, string>> = {
  publishedAt: 'published_at',
  views: 'views',
  likes: 'likes',
  comments: 'comments',
  shares: 'shares',
  growth: 'growth',
};

export function partOf(sort: Sort): CursorPart {
  return sort === 'publishedAt' ? 'time' : 'count';
}

/** Returns ORDER BY. Videos without the value are last in both orders; equal ones are ordered by their ids. */
export function orderBy(sort: Sort, order: Order): string {
  const direction = order.toUpperCase();
  // As in the index. The column is never null.
  if (sort === 'publishedAt') return `published_at ${direction}, video_id ${direction}`;
  return `${COLUMNS[sort]} ${direction} NULLS LAST, video_id ${direction}`;
}

/** Returns the condition for the rows after the last one of a page. */
export function after(sort: Sort, order: Order, [value, videoId]: LastRow, bind: Bind): string {
  const beyond = order === 'desc' ? '<' : '>';
  const column = COLUMNS[sort];
  if (sort === 'publishedAt')
    return `(published_at, video_id) ${beyond} (${bind(value)}::timestamptz, ${bind(videoId)})`;
  const next = `video_id ${beyond} ${bind(videoId)}`;
  if (value === '') return `(${column} IS NULL AND ${next})`;
  const count = `${bind(value)}::bigint`;
  return `(${column} ${beyond} ${count} OR (${column} = ${count} AND ${next}) OR ${column} IS NULL)`;
}
