import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import type { ServiceIncident } from '../../tiktok/index.js';
import { isDisturbed, SILENT_HOURS, type IncidentTimes } from './incident-period.js';

const SECONDS_PER_HOUR = 3600;

// Reports come in any order, so a resolved incident stays resolved.
const SAVE = `
  INSERT INTO tiktok_incidents AS t (id, title, is_major, explains_refusals, started_at, reported_at, resolved_at)
  VALUES ($1, $2, $3, $4, $5, $5, $6)
  ON CONFLICT (id) DO UPDATE SET
    title = CASE WHEN excluded.reported_at >= t.reported_at THEN excluded.title ELSE t.title END,
    is_major = CASE WHEN excluded.reported_at >= t.reported_at THEN excluded.is_major ELSE t.is_major END,
    explains_refusals = CASE WHEN excluded.reported_at >= t.reported_at THEN excluded.explains_refusals
      ELSE t.explains_refusals END,
    started_at = least(t.started_at, t.reported_at, excluded.reported_at),
    reported_at = greatest(t.reported_at, excluded.reported_at),
    resolved_at = coalesce(t.resolved_at, excluded.resolved_at)`;

// Rows of an older version have no start and no cause.
const COLUMNS = `
  id, title, is_major AS "isMajor", coalesce(explains_refusals, is_major) AS "explainsRefusals",
  coalesce(started_at, reported_at) AS "startedAt", reported_at AS "reportedAt", resolved_at AS "resolvedAt"`;
const OPEN = `
  SELECT ${COLUMNS} FROM tiktok_incidents WHERE resolved_at IS NULL AND reported_at > $1
  ORDER BY is_major DESC, reported_at DESC, id`;
const RECENT = `SELECT ${COLUMNS} FROM tiktok_incidents WHERE coalesce(resolved_at, reported_at) > $1`;

/** An incident that TikTok has reported about its own service. */
export interface KnownIncident extends IncidentTimes {
  id: string;
  title: string;
  isMajor: boolean;
  /** It may be why TikTok refuses tokens that are valid. */
  explainsRefusals: boolean;
}

/** Knows which incidents TikTok reports about its own service. */
@Injectable()
export class TikTokIncidents {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {}

  async report(incident: ServiceIncident, at: Date): Promise<void> {
    const { id, title, isMajor, explainsRefusals, isResolved } = incident;
    await this.system.transaction('an incident of TikTok', (em) =>
      em.query(SAVE, [id, title, isMajor, explainsRefusals, at, isResolved ? at : null]),
    );
  }

  /** @returns major ones first */
  open(): Promise<KnownIncident[]> {
    return this.read(OPEN, SILENT_HOURS);
  }

  /** True while a major incident keeps planned syncs from starting. */
  async pauseSyncs(): Promise<boolean> {
    return this.isDisturbed((await this.recent()).filter(({ isMajor }) => isMajor));
  }

  /** True while any incident may delay or lose what TikTok sends. */
  async disturbAnything(): Promise<boolean> {
    return (await this.open()).length > 0;
  }

  /** True while an incident may be why TikTok refuses a token. @param em of a SystemContext transaction */
  async explainRefusalsIn(em: EntityManager): Promise<boolean> {
    const rows = await queryRows<KnownIncident>(em, RECENT, [this.hoursAgo(this.recentHours)]);
    return this.isDisturbed(rows.filter(({ explainsRefusals }) => explainsRefusals));
  }

  private recent(): Promise<KnownIncident[]> {
    return this.read(RECENT, this.recentHours);
  }

  private isDisturbed(incidents: readonly KnownIncident[]): boolean {
    return isDisturbed(incidents, this.clock.now(), this.config.tiktok.incidentHours);
  }

  /** Earlier ones cannot matter: what lasts longer than the maximum counts no more. */
  private get recentHours(): number {
    return this.config.tiktok.incidentHours + SILENT_HOURS;
  }

  private read(sql: string, hours: number): Promise<KnownIncident[]> {
    return this.system.statement('incidents of TikTok', sql, [this.hoursAgo(hours)]);
  }

  private hoursAgo(hours: number): Date {
    return this.clock.inSeconds(-hours * SECONDS_PER_HOUR);
  }
}
