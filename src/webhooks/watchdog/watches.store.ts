import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SystemContext } from '../../database/index.js';
import { OnIntegration } from '../../integrations/index.js';
import { WATCHED_FAMILIES, type WatchedFamily } from './watched-family.js';

/** One family of webhooks of one integration. */
export interface Watch {
  integrationId: string;
  organisationId: string;
  family: WatchedFamily;
  /** Of the account. */
  displayName: string | null;
  username: string | null;
  /** The account was connected, TikTok had no incident and the service ran without a break since then. */
  watchedSince: Date;
  /** When the latest event arrived that the watchdog has looked for; null: it has found none. */
  announcedAt: Date | null;
  /** Since when no event has arrived, once that was reported. */
  alarmedFrom: Date | null;
}

// What syncs and webhooks of a family need: without it, neither finds anything.
const ELIGIBLE = `
  SELECT i.id AS integration_id, f.family, i.organisation_id
  FROM integrations i
  JOIN credentials l ON l.id = i.credential_id AND l.rejected_at IS NULL
  LEFT JOIN credentials a ON a.id = i.account_credential_id AND a.rejected_at IS NULL
  CROSS JOIN unnest($1::text[]) AS f (family)
  WHERE i.status = 'active' AND (f.family = 'posts' OR a.id IS NOT NULL)
    AND (f.family <> 'messages' OR i.messaging_refusal IS NULL)`;
const END = `
  DELETE FROM webhook_watches w WHERE NOT EXISTS (
    SELECT FROM (${ELIGIBLE}) AS e WHERE e.integration_id = w.integration_id AND e.family = w.family)`;
const BEGIN = `
  INSERT INTO webhook_watches (integration_id, family, organisation_id, watched_since)
  SELECT e.integration_id, e.family, e.organisation_id, $2::timestamptz FROM (${ELIGIBLE}) AS e
  WHERE NOT EXISTS (
    SELECT FROM webhook_watches w WHERE w.integration_id = e.integration_id AND w.family = e.family)
  ON CONFLICT DO NOTHING`;
const RESTART = 'UPDATE webhook_watches SET watched_since = $1 WHERE alarmed_from IS NULL';
const ALL = `
  SELECT w.integration_id AS "integrationId", w.organisation_id AS "organisationId", w.family, i.display_name AS "displayName",
    i.username, w.watched_since AS "watchedSince", w.announced_at AS "announcedAt", w.alarmed_from AS "alarmedFrom"
  FROM webhook_watches w JOIN integrations i ON i.id = w.integration_id ORDER BY w.integration_id, w.family`;
const NOTE = `
  UPDATE webhook_watches SET announced_at = coalesce($3, announced_at), alarmed_from = $4
  WHERE integration_id = $1 AND family = $2`;
// A longer break means that the service did not run.
const BREAK = `SELECT coalesce(checked_at < now() - interval '45 minutes', false) AS broken FROM webhook_checks WHERE name = 'watchdog'`;

/** Remembers what is watched. */
@Injectable()
export class WatchesStore {
  constructor(private readonly system: SystemContext) {}

  /** Begins and ends watches as accounts come and go. @returns all of them */
  async update(now: Date): Promise<Watch[]> {
    return await this.system.transaction('watch webhooks', async (em) => {
      await em.query(END, [WATCHED_FAMILIES]);
      await em.query(BEGIN, [WATCHED_FAMILIES, now]);
      return (await em.query<unknown>(ALL)) as Watch[];
    });
  }

  /** Forgets what was seen so far, because webhooks may have been late or lost for a known reason. */
  async restart(now: Date): Promise<void> {
    await this.system.statement('watch webhooks again', RESTART, [now]);
  }

  /** True if the service was down since the watchdog looked last. */
  async wasInterrupted(): Promise<boolean> {
    const [row] = await this.system.statement<{ broken: boolean }>('break of the watchdog', BREAK, []);
    return row?.broken === true;
  }

  async note(
    { integrationId, family }: Watch,
    announcedAt: Date | null,
    alarmedFrom: Date | null,
  ): Promise<void> {
    await this.system.statement('a watch of webhooks', NOTE, [
      integrationId,
      family,
      announcedAt,
      alarmedFrom,
    ]);
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    await em.query('DELETE FROM webhook_watches WHERE integration_id = $1', [integrationId]);
  }
}
