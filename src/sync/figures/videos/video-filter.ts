import { createHash } from 'node:crypto';
import type { VideosQuery } from '../dto/videos.query.js';
import { endOfMoment, startOfMoment } from '../../../common/index.js';
import type { Bind } from '../../../database/index.js';

/** Returns the conditions of a list. @param organisationId the current one, whose index is used */
export function conditionsOf(query: VideosQuery, organisationId: string, bind: Bind): string[] {
  const { integrationId, publishedFrom, publishedTo, text, includeGone } = query;
  return [
    `organisation_id = ${bind(organisationId)}`,
    ...(integrationId === undefined ? [] : [`integration_id = ${bind(integrationId)}`]),
    ...(publishedFrom === undefined ? [] : [`published_at >= ${bind(startOfMoment(publishedFrom))}`]),
    ...(publishedTo === undefined ? [] : [`published_at < ${bind(endOfMoment(publishedTo))}`]),
    ...(text === undefined || text === '' ? [] : [`caption ILIKE ${bind(`%${literal(text)}%`)}`]),
    ...(includeGone ? [] : ['gone_at IS NULL']),
  ];
}

/** Returns what binds a cursor to its filters and order; undefined for the plain list, whose cursors need none. */
export function scopeOf(query: VideosQuery): string | undefined {
  const { integrationId, publishedFrom, publishedTo, text, includeGone, sort, order, growthDays } = query;
  const parts = [integrationId, publishedFrom, publishedTo, text, includeGone || undefined];
  const all = [...parts, sort ?? 'publishedAt', order ?? 'desc', growthDays];
  const isPlain = all.every((part) => part === undefined || part === 'publishedAt' || part === 'desc');
  if (isPlain) return undefined;
  return createHash('sha256')
    .update(JSON.stringify(all.map((part) => part ?? null)))
    .digest('base64url')
    .slice(0, 16);
}

/** Escapes LIKE patterns. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
