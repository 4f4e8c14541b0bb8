import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, FairTurns, formatBytes, NoRoomError } from '../../../common/index.js';
import { LockTakenError, OrgContext, queryRows, untilFree } from '../../../database/index.js';
import { UploadRules } from '../upload-rules.js';
import { UploadReservation } from './upload-reservation.entity.js';

// Renewed as bytes arrive.
const RESERVED_FOR_SECONDS = 2 * 60 * 60;

// Row-level security limits the sums to the organisation.
const USED = `
  SELECT coalesce((SELECT sum(size_bytes) FROM publication_media WHERE staged_file IS NOT NULL), 0)
    + coalesce((SELECT sum(bytes) FROM upload_reservations WHERE id <> $1 AND expires_at > $2), 0) AS used`;

const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked`;

export interface QuotaNeed {
  /** The bytes needed. */
  atLeast: number;
  /** The bytes wanted, by default no more than needed. */
  atMost?: number;
  /** When the reservation expires, by default in two hours. */
  until?: Date;
}

/** Enforces an organisation's quota in the staging store. Staged files and active uploads both count. */
@Injectable()
export class StagingQuota {
  private readonly turns = new FairTurns(1);

  constructor(
    private readonly orgContext: OrgContext,
    private readonly rules: UploadRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Reserves quota for an upload and replaces its previous reservation.
   * @returns the reserved bytes
   * @throws NoRoomError, LockTakenError when other uploads hold the lock for too long
   */
  async reserve(id: string, { atLeast, atMost = atLeast, until }: QuotaNeed): Promise<number> {
    const { organisationId } = this.orgContext;
    const expiresAt = until ?? this.clock.inSeconds(RESERVED_FOR_SECONDS);
    return await this.locked(async (em) => {
      const free = await this.freeBytes(em, id, atLeast);
      const bytes = Math.min(atMost, free);
      await em.getRepository(UploadReservation).save({ id, organisationId, bytes, expiresAt });
      return bytes;
    });
  }

  /** @throws NoRoomError when a file of this size does not fit now. Reserves nothing. */
  async assertFits(id: string, sizeBytes: number): Promise<void> {
    await this.orgContext.transaction((em) => this.freeBytes(em, id, sizeBytes));
  }

  async release(id: string): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(UploadReservation).delete({ id }));
  }

  /** @returns the quota that other uploads leave. @throws NoRoomError when that is less than needed */
  private async freeBytes(em: EntityManager, id: string, needed: number): Promise<number> {
    const { maxStagedBytes } = this.rules.of(this.orgContext.organisationId);
    const [row] = await queryRows<{ used: string }>(em, USED, [id, this.clock.now()]);
    const used = Number(row?.used ?? 0);
    if (used + needed > maxStagedBytes) throw quotaExceeded(used, maxStagedBytes);
    return maxStagedBytes - used;
  }

  /** Serialises reservations of an organisation. Waiting holds no connection. */
  private async locked<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { organisationId } = this.orgContext;
    const since = performance.now();
    const attempt = () =>
      this.orgContext.transaction(async (em) => {
        const [row] = await queryRows<{ locked: boolean }>(em, TRY_LOCK, [`staging:${organisationId}`]);
        if (!row?.locked) throw new LockTakenError();
        return await work(em);
      });
    return await this.turns.run(organisationId, () => untilFree(attempt, since));
  }
}

function quotaExceeded(used: number, max: number): NoRoomError {
  return new NoRoomError(
    'staging_full',
    `This file does not fit: your organisation has used ${formatBytes(used)} of its ${formatBytes(max)} upload quota. Publish or cancel pending posts, then retry.`,
  );
}
