import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NoRoomError } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { UploadRules } from '../upload-rules.js';
import { UploadReservation } from './upload-reservation.entity.js';

// Renewed as the bytes come.
const RESERVED_FOR_SECONDS = 2 * 60 * 60;

// Row-level security shows the organisation's rows only.
const USED = `
  SELECT coalesce((SELECT sum(size_bytes) FROM publication_media WHERE staged_file IS NOT NULL), 0)
    + coalesce((SELECT sum(bytes) FROM upload_reservations WHERE id <> $1 AND expires_at > $2), 0) AS used`;

interface WantedRoom {
  /** What it needs, in bytes. */
  atLeast: number;
  /** What it would like; not more than it needs when absent. */
  atMost?: number;
  until: Date;
}

/** How much of the staging store an organisation may fill: what is staged and what is on its way count together. */
@Injectable()
export class StagingRoom {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly rules: UploadRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes room for an upload, instead of what it had before.
   * @returns what it has now
   * @throws NoRoomError
   */
  async reserve(id: string, atLeast: number, atMost: number): Promise<number> {
    const until = this.clock.inSeconds(RESERVED_FOR_SECONDS);
    return await this.orgContext.transaction((em) => this.reserveIn(em, id, { atLeast, atMost, until }));
  }

  /** The same inside a transaction; other uploads of the organisation wait until it ends. */
  async reserveIn(em: EntityManager, id: string, { atLeast, atMost, until }: WantedRoom): Promise<number> {
    const { organisationId } = this.orgContext;
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`staging:${organisationId}`]);
    const { maxStagedBytes } = this.rules.of(organisationId);
    const [row] = await queryRows<{ used: string }>(em, USED, [id, this.clock.now()]);
    const used = Number(row?.used ?? 0);
    if (used + atLeast > maxStagedBytes) throw noRoom(used, maxStagedBytes);
    const bytes = Math.min(atMost ?? atLeast, maxStagedBytes - used);
    await em.getRepository(UploadReservation).save({ id, organisationId, bytes, expiresAt: until });
    return bytes;
  }

  async release(id: string): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(UploadReservation).delete({ id }));
  }
}

function noRoom(used: number, max: number): NoRoomError {
  return new NoRoomError(
    'staging_full',
    `Files of your organisation that wait for TikTok take ${used} of the ${max} bytes it may use: publish or cancel some of them, then send this one again.`,
  );
}
