import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import type { PostMode, WaitsFor } from '../post/publication.entity.js';

/** A posting limit of TikTok. */
export type QuotaName = Exclude<WaitsFor, 'publish_at'>;

/** A request for a slot. */
export interface QuotaRequest {
  openId: string;
  mode: PostMode;
  /** The publication that asks: older waiting posts go first. Without one, all waiting posts go first. */
  publication?: { id: string; wantedAt: Date };
}

// TikTok counts accepted posts only; rejected and failed ones no longer count.
const COUNTS = `p.status NOT IN ('failed', 'cancelled')`;
const OF_ACCOUNT = `FROM publications p JOIN integrations i ON i.id = p.integration_id WHERE i.open_id = $1`;

const STARTED: Record<Exclude<QuotaName, 'active_users'>, string> = {
  posts_per_day: `SELECT p.init_sent_at AS at ${OF_ACCOUNT} AND p.init_sent_at > $2 AND p.mode = 'direct' AND ${COUNTS}`,
  // A draft that the creator has posted is no longer pending.
  pending_drafts: `SELECT p.init_sent_at AS at ${OF_ACCOUNT} AND p.init_sent_at > $2 AND p.mode = 'draft'
    AND ${COUNTS} AND p.status NOT IN ('published', 'public', 'removed')`,
  init_rate: `SELECT p.init_sent_at AS at ${OF_ACCOUNT} AND p.init_sent_at > $2`,
};

const USERS = `
  SELECT i.open_id, max(p.init_sent_at) AS at FROM publications p JOIN integrations i ON i.id = p.integration_id
  WHERE p.init_sent_at > $1 AND p.mode = 'direct' AND ${COUNTS} GROUP BY i.open_id`;

// Posts that a process is starting right now also come first.
const AHEAD = `
  SELECT count(*)::int AS count ${OF_ACCOUNT} AND p.id IS DISTINCT FROM $2::uuid
    AND (p.status = 'scheduled' AND p.waits_for = ANY($3) AND p.mode = ANY($4)
      OR p.status = 'publishing' AND p.init_sent_at IS NULL AND p.lease_until > now() AND p.mode = ANY($4))
    AND ($2::uuid IS NULL OR (coalesce(p.wanted_at, p.created_at), p.id) < ($5, $2::uuid))`;

const ACCOUNTS_AHEAD = `
  SELECT count(DISTINCT i.open_id)::int AS count FROM publications p JOIN integrations i ON i.id = p.integration_id
  WHERE p.status = 'scheduled' AND p.waits_for = 'active_users' AND i.open_id <> $1
    AND ($2::timestamptz IS NULL OR coalesce(p.wanted_at, p.created_at) < $2)`;

/**
 * Counts started and waiting posts across all organisations, because TikTok counts per account and per app. Reads the
 * publications themselves, so the counts cannot drift. Needs a SystemContext transaction.
 */
@Injectable()
export class QuotaLedger {
  async startedSince(
    em: EntityManager,
    quota: keyof typeof STARTED,
    openId: string,
    since: Date,
  ): Promise<Date[]> {
    return (await queryRows<{ at: Date }>(em, STARTED[quota], [openId, since])).map(({ at }) => at);
  }

  /** Returns the latest post of each account. */
  async activeUsersSince(em: EntityManager, since: Date): Promise<Map<string, Date>> {
    const rows = await queryRows<{ open_id: string; at: Date }>(em, USERS, [since]);
    return new Map(rows.map(({ open_id: openId, at }) => [openId, at]));
  }

  async countAhead(
    em: EntityManager,
    quota: QuotaName,
    { openId, mode, publication }: QuotaRequest,
  ): Promise<number> {
    const { id = null, wantedAt = null } = publication ?? {};
    if (quota === 'active_users') return await countIn(em, ACCOUNTS_AHEAD, [openId, wantedAt]);
    // A post that waits a day for another limit does not use the per-minute limit now.
    const waiting =
      quota === 'init_rate'
        ? ['init_rate']
        : ['posts_per_day', 'pending_drafts', 'active_users', 'init_rate'];
    const modes = quota === 'init_rate' ? ['direct', 'draft'] : [mode];
    return await countIn(em, AHEAD, [openId, id, waiting, modes, wantedAt]);
  }

  /** Returns until when TikTok's own refusals apply. TikTok also counts posts that we cannot see. */
  async blockedUntil(em: EntityManager, openId: string, now: Date): Promise<Map<QuotaName, Date>> {
    const sql = `SELECT quota, ends_at FROM quota_refusals WHERE subject = ANY($1) AND ends_at > $2`;
    const rows = await queryRows<{ quota: QuotaName; ends_at: Date }>(em, sql, [
      [APP, subjectOf(openId)],
      now,
    ]);
    return new Map(rows.map(({ quota, ends_at: at }) => [quota, at]));
  }

  async recordRefusal(
    em: EntityManager,
    quota: QuotaName,
    openId: string,
    now: Date,
    until: Date,
  ): Promise<void> {
    await em.query(`DELETE FROM quota_refusals WHERE ends_at <= $1`, [now]);
    await em.query(
      `INSERT INTO quota_refusals (subject, quota, refused_at, ends_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (subject, quota) DO UPDATE SET refused_at = excluded.refused_at, ends_at = excluded.ends_at`,
      [quota === 'active_users' ? APP : subjectOf(openId), quota, now, until],
    );
  }
}

const APP = 'app';

/** Hashes the account id, because the row outlives the account's data by a day. */
function subjectOf(openId: string): string {
  return createHash('sha256').update(openId).digest('hex');
}

async function countIn(em: EntityManager, sql: string, parameters: unknown[]): Promise<number> {
  const [row] = await queryRows<{ count: number }>(em, sql, parameters);
  return row?.count ?? 0;
}
