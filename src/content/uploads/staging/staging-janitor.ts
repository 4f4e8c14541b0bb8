import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Any, Raw } from 'typeorm';
import { Clock } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import { Background } from '../../../runtime/index.js';
import { explainError } from '../../../tiktok/index.js';
import { PublicationMedia } from '../../post/publication-media.entity.js';
import { OVER } from '../../post/publication.entity.js';
import { apply, TRANSITIONS } from '../../post/transitions.js';
import { StagedFileUses } from './staged-file-uses.js';
import { StagingStore } from './staging-store.js';

const EVERY_MS = 10 * 60_000;
// Active uploads touch their file and are attached within seconds, so older files belong to dead processes.
const ABANDONED_AFTER_SECONDS = 60 * 60;
const SECONDS_PER_DAY = 86_400;
// Names per query.
const BATCH = 500;

// Organisations can have their own retention period.
const LIMIT = `cast(:now AS timestamptz)
  - coalesce((cast(:days AS jsonb) ->> organisation_id)::int, cast(:usual AS int)) * interval '1 day'`;

// `unknown` posts keep their files until retention ends, so that an admin can decide. A transfer can still read the files of a
// post that has just ended. Released files no longer count towards the quota and are not reused by a retry.
const RELEASE = `
  UPDATE publication_media m SET staged_file = NULL FROM publications p
  WHERE p.id = m.publication_id AND m.staged_file IS NOT NULL AND p.updated_at <= $3
    AND (p.status = ANY($1) OR p.status = 'unknown' AND p.updated_at <= $2)
    AND NOT (p.status = 'failed' AND coalesce(p.keep_files_until > $4, false))`;

const IN_USE = `
  SELECT staged_file FROM publication_media WHERE staged_file = ANY($1)
  UNION ALL
  SELECT piece ->> 'name' FROM resumable_uploads, jsonb_array_elements(pieces) AS piece
  WHERE piece ->> 'name' = ANY($1)`;

// Deletes uploads that have expired or whose file arrived by another link, unless a process is assembling them.
const END_RESUMABLE = `
  WITH ended AS (
    DELETE FROM resumable_uploads r
    WHERE coalesce(completing_until < $1, true) AND (expires_at < $1 OR NOT EXISTS (
      SELECT 1 FROM publication_media m JOIN publications p ON p.id = m.publication_id
      WHERE m.id = r.media_id AND m.staged_file IS NULL AND p.status = 'awaiting_upload'))
    RETURNING media_id)
  DELETE FROM upload_reservations WHERE expires_at < $1 OR id IN (SELECT media_id FROM ended)`;

/** Deletes staged files that killed processes left behind or that were not published in time. */
@Injectable()
export class StagingJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly staging: StagingStore,
    private readonly others: StagedFileUses,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('staging janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const abandoned = this.clock.inSeconds(-ABANDONED_AFTER_SECONDS);
    await this.expire();
    await this.release(abandoned);
    await this.staging.removeParts(abandoned);
    let names: string[] = [];
    for await (const name of this.staging.wholeFiles(abandoned)) {
      names.push(name);
      if (names.length < BATCH) continue;
      await this.removeUnused(names);
      names = [];
    }
    await this.removeUnused(names);
  }

  /** Cancels publications that were not published within the retention period. */
  private async expire(): Promise<void> {
    const { message } = explainError('connector', 'upload_expired');
    const { limits, limitsByOrganisation } = this.config.uploads;
    const days = Object.fromEntries(
      [...limitsByOrganisation].map(([organisation, { retentionDays }]) => [organisation, retentionDays]),
    );
    const parameters = { now: this.clock.now(), days: JSON.stringify(days), usual: limits.retentionDays };
    const updatedAt = Raw((column) => `${column} < ${LIMIT}`, parameters);
    const why = { failCode: 'upload_expired', failReason: message };
    await this.system.transaction('expire unpublished uploads', async (em) => {
      const expired = await apply(em, TRANSITIONS.expire, { updatedAt }, why);
      // One parameter however many they are: PostgreSQL takes at most 65,535.
      const files = { publicationId: Any(expired) };
      await em.getRepository(PublicationMedia).update(files, { stagedFile: null });
      await em.query(END_RESUMABLE, [this.clock.now()]);
    });
  }

  /** Detaches files that are no longer needed. @param abandoned no transfer reads posts unchanged since then */
  private async release(abandoned: Date): Promise<void> {
    const { retentionDays } = this.config.uploads.limits;
    const expired = this.clock.inSeconds(-retentionDays * SECONDS_PER_DAY);
    await this.system.transaction('release staged files that are no longer needed', (em) =>
      em.query(RELEASE, [[...OVER], expired, abandoned, this.clock.now()]),
    );
  }

  private async removeUnused(names: string[]): Promise<void> {
    if (names.length === 0) return;
    const used = await this.system.transaction('find staged files in use', async (em) => {
      const rows = await queryRows<{ staged_file: string }>(em, IN_USE, [names]);
      return new Set([...rows.map((row) => row.staged_file), ...(await this.others.among(em, names))]);
    });
    for (const name of names) if (!used.has(name)) await this.staging.remove(name);
  }
}
