import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import type { Source } from './source.js';

/** The figures of an account on a UTC day. Null: not read. */
export interface AccountFigures {
  /** YYYY-MM-DD */
  day: string;
  followers: number | null;
  following: number | null;
  likes: number | null;
  videos: number | null;
  insights: Record<string, unknown> | null;
}

// The last reading of a day counts. What it lacks is kept from an earlier one.
const later = (column: string) => `${column} = coalesce(excluded.${column}, d.${column})`;
const WRITE = `
  INSERT INTO account_days AS d (organisation_id, integration_id, day, source, captured_at,
    followers, following, likes, videos, insights)
  SELECT $1, $2, day, $3, $4, followers, following, likes, videos, insights::jsonb
  FROM unnest($5::date[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[])
    AS r (day, followers, following, likes, videos, insights)
  ON CONFLICT (integration_id, day, source) DO UPDATE SET
    ${['followers', 'following', 'likes', 'videos'].map(later).join(', ')},
    insights = CASE WHEN excluded.insights IS NULL THEN d.insights
      ELSE coalesce(d.insights, '{}') || excluded.insights END,
    captured_at = excluded.captured_at
  WHERE d.captured_at <= excluded.captured_at`;

const LAST_READ = `
  SELECT max(captured_at) AS "readAt", max(day) FILTER (WHERE insights - 'audience' <> '{}')::text AS day
  FROM account_days WHERE integration_id = $1 AND source = $2`;

const VIDEOS = `
  SELECT videos::int AS videos FROM account_days WHERE integration_id = $1 AND videos IS NOT NULL
  ORDER BY day DESC LIMIT 1`;

/** The figures of accounts by day. */
@Injectable()
export class AccountDays {
  constructor(private readonly orgContext: OrgContext) {}

  /** Writes days in the transaction of a run's progress. An older reading never replaces a newer one. */
  async write(
    em: EntityManager,
    { id, organisationId }: Pick<IntegrationRef, 'id' | 'organisationId'>,
    source: Source,
    readAt: Date,
    days: readonly AccountFigures[],
  ): Promise<void> {
    if (days.length === 0) return;
    const column = <T>(read: (figures: AccountFigures) => T): T[] => days.map(read);
    await em.query(WRITE, [
      organisationId,
      id,
      source,
      readAt,
      column(({ day }) => day),
      column(({ followers }) => followers),
      column(({ following }) => following),
      column(({ likes }) => likes),
      column(({ videos }) => videos),
      column(({ insights }) => (insights === null ? null : JSON.stringify(insights))),
    ]);
  }

  /** Returns when days of the source were read last, and the last day with figures. */
  async lastRead(
    integrationId: string,
    source: Source,
  ): Promise<{ readAt: Date | null; day: string | null }> {
    const [row] = await this.rows<{ readAt: Date | null; day: string | null }>(LAST_READ, [
      integrationId,
      source,
    ]);
    return row ?? { readAt: null, day: null };
  }

  /** Returns how many videos the profile last showed; null if it is not known. */
  async videoCount(integrationId: string): Promise<number | null> {
    const [row] = await this.rows<{ videos: number }>(VIDEOS, [integrationId]);
    return row?.videos ?? null;
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.orgContext.transaction((em) => queryRows<Row>(em, sql, values));
  }
}
