import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import type { ServiceIncident } from '../../tiktok/index.js';

/** An incident without news ends automatically: the webhook that resolves it may be lost. */
const SILENT_HOURS = 24;

// Reports come in any order, so a resolved incident stays resolved.
const SAVE = `
  INSERT INTO tiktok_incidents AS t (id, title, is_major, reported_at, resolved_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET
    title = CASE WHEN excluded.reported_at >= t.reported_at THEN excluded.title ELSE t.title END,
    is_major = CASE WHEN excluded.reported_at >= t.reported_at THEN excluded.is_major ELSE t.is_major END,
    reported_at = greatest(t.reported_at, excluded.reported_at),
    resolved_at = coalesce(t.resolved_at, excluded.resolved_at)`;

const OPEN = `
  SELECT id, title, is_major AS "isMajor" FROM tiktok_incidents
  WHERE resolved_at IS NULL AND reported_at > $1 ORDER BY is_major DESC, reported_at DESC, id`;

export interface OpenIncident {
  id: string;
  title: string;
  isMajor: boolean;
}

/** Knows which incidents TikTok reports about its own service. */
@Injectable()
export class TikTokIncidents {
  constructor(
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {}

  async report({ id, title, isMajor, isResolved }: ServiceIncident, at: Date): Promise<void> {
    await this.system.transaction('an incident of TikTok', (em) =>
      em.query(SAVE, [id, title, isMajor, at, isResolved ? at : null]),
    );
  }

  /** @returns major ones first */
  open(): Promise<OpenIncident[]> {
    return this.system.transaction('incidents of TikTok', (em) => this.openIn(em));
  }

  /** @param em of a SystemContext transaction */
  async openIn(em: EntityManager): Promise<OpenIncident[]> {
    return await queryRows<OpenIncident>(em, OPEN, [this.clock.inSeconds(-SILENT_HOURS * 3600)]);
  }
}
