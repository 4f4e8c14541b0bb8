import { Injectable } from '@nestjs/common';
import { Clock, ConflictError } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { PostKind } from '../../post/publication.entity.js';
import { StagingQuota } from '../staging/staging-quota.js';
import { UploadReservation } from '../staging/upload-reservation.entity.js';
import { StagingStore } from '../staging/staging-store.js';
import { ResumableUpload, type UploadPiece } from './resumable-upload.entity.js';

// Renewed while the pieces are assembled. After a crash another process waits this long.
const COMPLETING_SECONDS = 60;

const BEGIN = `
  INSERT INTO resumable_uploads (media_id, organisation_id, kind, length_bytes, expires_at)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (media_id) DO NOTHING RETURNING media_id`;

// Succeeds only at the expected offset, so the first of two writers wins and the other gets a conflict.
const APPEND = `
  UPDATE resumable_uploads SET received_bytes = received_bytes + $3, pieces = pieces || $4::jsonb
  WHERE media_id = $1 AND received_bytes = $2 AND completing_until IS NULL RETURNING media_id`;

const CLAIM = `
  UPDATE resumable_uploads SET completing_until = $3
  WHERE media_id = $1 AND received_bytes = length_bytes AND (completing_until IS NULL OR completing_until < $2)
  RETURNING media_id`;

/** Stores the progress of resumable uploads in the database, so that any process can continue them. */
@Injectable()
export class UploadProgress {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly quota: StagingQuota,
    private readonly staging: StagingStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates an upload. It reserves no quota; `reserve` does as bytes arrive.
   * @throws NoRoomError when the file does not fit now, ConflictError when the file already has an upload
   */
  async begin(mediaId: string, kind: PostKind, lengthBytes: number, expiresAt: Date): Promise<void> {
    const { organisationId } = this.orgContext;
    await this.quota.assertFits(mediaId, lengthBytes);
    if (!(await this.changes(BEGIN, [mediaId, organisationId, kind, lengthBytes, expiresAt])))
      throw alreadyInProgress();
  }

  /** Reserves quota for everything received so far, including the next piece. @throws NoRoomError */
  async reserve({ mediaId, expiresAt }: ResumableUpload, sizeBytes: number): Promise<void> {
    await this.quota.reserve(mediaId, { atLeast: sizeBytes, until: expiresAt });
  }

  async find(mediaId: string): Promise<ResumableUpload | null> {
    return await this.orgContext.transaction((em) =>
      em.getRepository(ResumableUpload).findOneBy({ mediaId }),
    );
  }

  /** @param offset of the piece @returns false when the upload has another offset or no longer exists */
  async append(mediaId: string, offset: number, piece: UploadPiece): Promise<boolean> {
    return await this.changes(APPEND, [mediaId, offset, piece.sizeBytes, JSON.stringify([piece])]);
  }

  /** @returns false while another process is completing it */
  async claim(mediaId: string): Promise<boolean> {
    return await this.changes(CLAIM, [mediaId, this.clock.now(), this.clock.inSeconds(COMPLETING_SECONDS)]);
  }

  async renewClaim(mediaId: string): Promise<void> {
    await this.setClaim(mediaId, this.clock.inSeconds(COMPLETING_SECONDS));
  }

  async releaseClaim(mediaId: string): Promise<void> {
    await this.setClaim(mediaId, null);
  }

  /** Deletes the upload and its pieces. The janitor removes pieces that cannot be deleted now. */
  async end(mediaId: string): Promise<void> {
    const upload = await this.find(mediaId);
    await this.orgContext.transaction(async (em) => {
      await em.getRepository(ResumableUpload).delete({ mediaId });
      await em.getRepository(UploadReservation).delete({ id: mediaId });
    });
    for (const { name } of upload?.pieces ?? []) await this.staging.remove(name);
  }

  private async setClaim(mediaId: string, completingUntil: Date | null): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(ResumableUpload).update({ mediaId }, { completingUntil }),
    );
  }

  private async changes(sql: string, parameters: unknown[]): Promise<boolean> {
    const rows = await this.orgContext.transaction((em) => queryRows(em, sql, parameters));
    return rows.length === 1;
  }
}

export function alreadyInProgress(): ConflictError {
  return new ConflictError(
    'upload_under_way',
    'An upload of this file is already in progress. Resume it at the offset that HEAD returns, or DELETE it and start again.',
  );
}
