import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, InvalidInputError, toPage, type Page } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { readTime } from '../scheduling/local-time.js';
import { INSTANT } from '../scheduling/time-validators.js';
import type { PublicationView } from './dto/publication.view.js';
import type { PublicationsQuery } from './dto/publications.query.js';
import { PublicationViews } from './publication-views.js';
import { Publication } from '../post/publication.entity.js';

/** Lists the organisation's publications, newest first. */
@Injectable()
export class PublicationList {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly views: PublicationViews,
  ) {}

  async list(query: PublicationsQuery): Promise<Page<PublicationView>> {
    const [before] = decodeCursor(query.cursor, ['id']) ?? [];
    const wanted = conditionsOf(query, before);
    const rows = await this.orgContext.transaction(async (em) => {
      const found = em
        .getRepository(Publication)
        .createQueryBuilder('p')
        .select('p.id')
        .orderBy('p.id', 'DESC');
      found.where('p.organisation_id = :org', { org: this.orgContext.organisationId });
      restrict(found, wanted);
      const ids = (await found.limit(query.limit + 1).getMany()).map(({ id }) => id);
      return await em.getRepository(Publication).find({
        where: { id: In(ids) },
        relations: { media: true },
        order: { id: 'DESC', media: { position: 'ASC' } },
      });
    });
    const { items, ...rest } = toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => row,
    );
    return { items: await this.views.all(items), ...rest };
  }
}

type Condition = [sql: string, parameters: Record<string, unknown>];

function conditionsOf(query: PublicationsQuery, before: string | undefined): Condition[] {
  const { status, kind, integrationId, text } = query;
  const [from, to] = (['from', 'to'] as const).map((field) => timeIn(query, field));
  const time = 'coalesce(p.publish_at, p.created_at)';
  return [
    ...when(before, 'p.id < :before', { before }),
    ...when(status, 'p.status IN (:...status)', { status }),
    ...when(kind, 'p.kind = :kind', { kind }),
    ...when(integrationId, 'p.integration_id = :integrationId', { integrationId }),
    ...when(from, `${time} >= :from`, { from }),
    ...when(to, `${time} < :to`, { to }),
    ...when(text, '(p.title ILIKE :text OR p.caption ILIKE :text)', { text: `%${literal(text ?? '')}%` }),
  ];
}

function when(given: unknown, ...condition: Condition): Condition[] {
  const isEmpty = given === undefined || given === '' || (Array.isArray(given) && given.length === 0);
  return isEmpty ? [] : [condition];
}

function restrict(query: SelectQueryBuilder<Publication>, conditions: Condition[]): void {
  for (const [sql, parameters] of conditions) query.andWhere(sql, parameters);
}

/** @throws InvalidInputError */
function timeIn(query: PublicationsQuery, field: 'from' | 'to'): Date | undefined {
  const text = query[field];
  if (text === undefined) return undefined;
  const read = readTime(text, undefined);
  if ('at' in read) return read.at;
  throw new InvalidInputError(`${field}: ${INSTANT}`, [{ field, message: INSTANT }]);
}

/** Escapes LIKE patterns. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
