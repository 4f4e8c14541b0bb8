import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Raw } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';
import { explainError } from '../../tiktok/index.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { OVER } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { StagingStore } from './staging-store.js';

const EVERY_MS = 10 * 60_000;
// An upload that writes touches its file, and takes seconds to be attached: older ones are of dead processes.
const ABANDONED_AFTER_SECONDS = 60 * 60;
const SECONDS_PER_DAY = 86_400;
// So many names go into one question.
const BATCH = 500;

// Some organisations keep their uploads for longer, or shorter.
const LIMIT = `cast(:now AS timestamptz)
  - coalesce((cast(:days AS jsonb) ->> organisation_id)::int, cast(:usual AS int)) * interval '1 day'`;

// `unknown` posts keep their bytes for a person to decide, but not for ever. A transfer may still read those of a post
// that TikTok has just ended. What is let go takes no room of its organisation, and no other attempt gets it.
const LET_GO = `
  UPDATE publication_media m SET staged_file = NULL FROM publications p
  WHERE p.id = m.publication_id AND m.staged_file IS NOT NULL AND p.updated_at <= $3
    AND (p.status = ANY($1) OR p.status = 'unknown' AND p.updated_at <= $2)
    AND NOT (p.status = 'failed' AND coalesce(p.keep_files_until > $4, false))`;

const STILL_NEEDED = `
  SELECT staged_file FROM publication_media WHERE staged_file = ANY($1)
  UNION ALL
  SELECT piece ->> 'name' FROM resumable_uploads, jsonb_array_elements(pieces) AS piece
  WHERE piece ->> 'name' = ANY($1)`;

// Those that are over, or whose file has come in another way. Their pieces are needed by nobody then, unless some process
// is just putting them together.
const END_RESUMABLE = `
  WITH ended AS (
    DELETE FROM resumable_uploads r
    WHERE coalesce(completing_until < $1, true) AND (expires_at < $1 OR NOT EXISTS (
      SELECT 1 FROM publication_media m JOIN publications p ON p.id = m.publication_id
      WHERE m.id = r.media_id AND m.staged_file IS NULL AND p.status = 'awaiting_upload'))
    RETURNING media_id)
  DELETE FROM upload_reservations WHERE expires_at < $1 OR id IN (SELECT media_id FROM ended)`;

/** Clears the staging folder of what killed processes have left, and of what nobody has published. */
@Injectable()
export class StagingJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly staging: StagingStore,
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
    await this.letGo(abandoned);
    await this.staging.removeParts(abandoned);
    let names: string[] = [];
    for await (const name of this.staging.wholeFiles(abandoned)) {
      names.push(name);
      if (names.length < BATCH) continue;
      await this.removeUnneeded(names);
      names = [];
    }
    await this.removeUnneeded(names);
  }

  /** Their files are needed by nobody from now on. */
  private async expire(): Promise<void> {
    const { message } = explainError('connector', 'upload_expired');
    const { limits, limitsByOrganisation } = this.config.uploads;
    const days = Object.fromEntries(
      [...limitsByOrganisation].map(([organisation, { retentionDays }]) => [organisation, retentionDays]),
    );
    const parameters = { now: this.clock.now(), days: JSON.stringify(days), usual: limits.retentionDays };
    const updatedAt = Raw((column) => `${column} < ${LIMIT}`, parameters);
    const why = { failCode: 'upload_expired', failReason: message };
    await this.system.transaction('expire uploads that nobody publishes', async (em) => {
      const expired = await apply(em, TRANSITIONS.expire, { updatedAt }, why);
      await em.getRepository(PublicationMedia).update({ publicationId: In(expired) }, { stagedFile: null });
      await em.query(END_RESUMABLE, [this.clock.now()]);
    });
  }

  /** @param abandoned what has not changed since then is read by no transfer any more */
  private async letGo(abandoned: Date): Promise<void> {
    const { retentionDays } = this.config.uploads.limits;
    const expired = this.clock.inSeconds(-retentionDays * SECONDS_PER_DAY);
    await this.system.transaction('let staged files go that nobody needs', (em) =>
      em.query(LET_GO, [[...OVER], expired, abandoned, this.clock.now()]),
    );
  }

  private async removeUnneeded(names: string[]): Promise<void> {
    if (names.length === 0) return;
    const rows = await this.system.transaction('find the staged files that are needed', (em) =>
      queryRows<{ staged_file: string }>(em, STILL_NEEDED, [names]),
    );
    const needed = new Set(rows.map((row) => row.staged_file));
    for (const name of names) if (!needed.has(name)) await this.staging.remove(name);
  }
}
