import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, FairTurns, NoRoomError } from '../../../common/index.js';
import { LockTakenError, OrgContext, queryRows, untilFree } from '../../../database/index.js';
import { UploadRules } from '../upload-rules.js';
import { UploadReservation } from './upload-reservation.entity.js';

// Renewed as the bytes come.
const RESERVED_FOR_SECONDS = 2 * 60 * 60;

// Row-level security shows the organisation's rows only.
const USED = `
  SELECT coalesce((SELECT sum(size_bytes) FROM publication_media WHERE staged_file IS NOT NULL), 0)
    + coalesce((SELECT sum(bytes) FROM upload_reservations WHERE id <> $1 AND expires_at > $2), 0) AS used`;

const TAKE_TURN = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken`;

export interface WantedRoom {
  /** What it needs, in bytes. */
  atLeast: number;
  /** What it would like; not more than it needs when absent. */
  atMost?: number;
  /** Two hours from now when absent. */
  until?: Date;
}

/** How much of the staging store an organisation may fill: what is staged and what has come of uploads count together. */
@Injectable()
export class StagingRoom {
  private readonly turns = new FairTurns(1);

  constructor(
    private readonly orgContext: OrgContext,
    private readonly rules: UploadRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes room for an upload, instead of what it had before.
   * @returns what it has now
   * @throws NoRoomError, LockTakenError when others are at it for too long
   */
  async reserve(id: string, { atLeast, atMost = atLeast, until }: WantedRoom): Promise<number> {
    const { organisationId } = this.orgContext;
    const expiresAt = until ?? this.clock.inSeconds(RESERVED_FOR_SECONDS);
    return await this.alone(async (em) => {
      const free = await this.freeIn(em, id, atLeast);
      const bytes = Math.min(atMost, free);
      await em.getRepository(UploadReservation).save({ id, organisationId, bytes, expiresAt });
      return bytes;
    });
  }

  /** @throws NoRoomError when such an upload has no room as it is now; takes none */
  async assertFits(id: string, sizeBytes: number): Promise<void> {
    await this.orgContext.transaction((em) => this.freeIn(em, id, sizeBytes));
  }

  async release(id: string): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(UploadReservation).delete({ id }));
  }

  /** @returns what there is besides all others. @throws NoRoomError when that is less than needed */
  private async freeIn(em: EntityManager, id: string, needed: number): Promise<number> {
    const { maxStagedBytes } = this.rules.of(this.orgContext.organisationId);
    const [row] = await queryRows<{ used: string }>(em, USED, [id, this.clock.now()]);
    const used = Number(row?.used ?? 0);
    if (used + needed > maxStagedBytes) throw noRoom(used, maxStagedBytes);
    return maxStagedBytes - used;
  }

  /** One at a time of the organisation: two cannot take the last place. Who waits for its turn holds no connection. */
  private async alone<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { organisationId } = this.orgContext;
    const since = performance.now();
    const attempt = () =>
      this.orgContext.transaction(async (em) => {
        const [row] = await queryRows<{ taken: boolean }>(em, TAKE_TURN, [`staging:${organisationId}`]);
        if (!row?.taken) throw new LockTakenError();
        return await work(em);
      });
    return await this.turns.run(organisationId, () => untilFree(attempt, since));
  }
}

function noRoom(used: number, max: number): NoRoomError {
  return new NoRoomError(
    'staging_full',
    `Files of your organisation that wait for TikTok take ${used} of the ${max} bytes it may use: publish or cancel some of them, then send this one again.`,
  );
}
