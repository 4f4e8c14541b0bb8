import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  foreignCursor,
  toPage,
  type CursorPart,
  type Page,
} from '../../../common/index.js';
import { bindings, OrgContext, OrgReader } from '../../../database/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import { SocialVideo } from '../../activity/social-video.entity.js';
import { toVideoView, UNLISTED, type ListedVideo, type SocialVideoView } from '../dto/social-video.view.js';
import type { VideosQuery } from '../dto/videos.query.js';
import { GrowthReader, type GrowthKey } from './growth-reader.js';
import { conditionsOf, scopeOf } from './video-filter.js';
import { after, orderBy, partOf, type LastRow, type Sort } from './video-order.js';

/** Lists videos. A cursor is the sort key of the last row, and what binds it to its filters. */
@Injectable()
export class VideoList {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
    private readonly integrations: IntegrationsService,
    private readonly growth: GrowthReader,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError for an unknown account; InvalidInputError when the cursor belongs to another list */
  async page(query: VideosQuery): Promise<Page<SocialVideoView>> {
    const { sort = 'publishedAt', integrationId } = query;
    if (integrationId !== undefined) await this.integrations.get(integrationId);
    return sort === 'growth' ? this.byGrowth(query) : this.byColumn(query, sort);
  }

  private async byColumn(query: VideosQuery, sort: Exclude<Sort, 'growth'>): Promise<Page<SocialVideoView>> {
    const { limit, order = 'desc' } = query;
    const scope = scopeOf(query);
    const [value, videoId] = keyIn(query, [partOf(sort), 'digits'], scope) ?? [];
    const { values, bind } = bindings();
    const where = conditionsOf(query, this.orgContext.organisationId, bind);
    if (value !== undefined && videoId !== undefined) where.push(after(sort, order, [value, videoId], bind));
    const tail = `WHERE ${where.join(' AND ')} ORDER BY ${orderBy(sort, order)} LIMIT ${bind(limit + 1)}`;
    const rows = await this.reader.rows(SocialVideo, tail, values, UNLISTED);
    const key = (row: ListedVideo) => [...keyOf(row, sort), ...(scope === undefined ? [] : [scope])];
    const now = this.clock.now();
    return toPage(rows, limit, key, (row) => toVideoView(row, now));
  }

  /** The cursor carries the time of the first page, so that readings of the meantime do not move a row. */
  private async byGrowth(query: VideosQuery): Promise<Page<SocialVideoView>> {
    const { limit } = query;
    const scope = scopeOf(query);
    const [value, videoId, time] = keyIn(query, ['count', 'digits', 'time'], scope) ?? [];
    const asOf = time === undefined ? this.clock.now() : new Date(time);
    const last: LastRow | undefined =
      value === undefined || videoId === undefined ? undefined : [value, videoId];
    const keys = await this.growth.keys(query, asOf, last);
    const tail = [asOf.toISOString(), ...(scope === undefined ? [] : [scope])];
    const cursor = ({ growth, videoId: id }: GrowthKey) => [growth ?? '', id, ...tail];
    const page = toPage(keys, limit, cursor, (key) => key);
    return { ...page, items: await this.growth.withVideos(page.items, this.clock.now()) };
  }
}

/** @throws InvalidInputError when the cursor is one of another sort, order or filter */
function keyIn(
  { cursor }: VideosQuery,
  parts: readonly CursorPart[],
  scope: string | undefined,
): string[] | undefined {
  const key = decodeCursor(cursor, scope === undefined ? parts : [...parts, 'word']);
  if (key && scope !== undefined && key.at(-1) !== scope) throw foreignCursor();
  return key;
}

function keyOf(row: ListedVideo, sort: Exclude<Sort, 'growth'>): LastRow {
  const value = sort === 'publishedAt' ? row.publishedAt.toISOString() : String(row[sort] ?? '');
  return [value, row.videoId];
}
