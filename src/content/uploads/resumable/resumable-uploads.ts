import { Injectable } from '@nestjs/common';
import { Clock, ConflictError } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { PostKind } from '../../post/publication.entity.js';
import { StagingRoom } from '../staging/staging-room.js';
import { UploadReservation } from '../staging/upload-reservation.entity.js';
import { StagingStore } from '../staging-store.js';
import { ResumableUpload, type UploadPiece } from './resumable-upload.entity.js';

// Renewed while the pieces are put together; a process that dies meanwhile is waited for so long.
const COMPLETING_SECONDS = 60;

const BEGIN = `
  INSERT INTO resumable_uploads (media_id, organisation_id, kind, length_bytes, expires_at)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (media_id) DO NOTHING RETURNING media_id`;

// Only where the upload stands as the writer believes: whichever process was first wins, the other one learns it.
const APPEND = `
  UPDATE resumable_uploads SET received_bytes = received_bytes + $3, pieces = pieces || $4::jsonb
  WHERE media_id = $1 AND received_bytes = $2 AND completing_until IS NULL RETURNING media_id`;

const CLAIM = `
  UPDATE resumable_uploads SET completing_until = $3
  WHERE media_id = $1 AND received_bytes = length_bytes AND (completing_until IS NULL OR completing_until < $2)
  RETURNING media_id`;

/** Uploads that arrive in pieces: how far they are is in the database, so that any process can go on with them. */
@Injectable()
export class ResumableUploads {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly room: StagingRoom,
    private readonly staging: StagingStore,
    private readonly clock: Clock,
  ) {}

  /**
   * An announcement takes no room: that is taken by the bytes as they come, in `makeRoom`.
   * @throws NoRoomError when it could not be held now, ConflictError when the file has such an upload already
   */
  async begin(mediaId: string, kind: PostKind, lengthBytes: number, expiresAt: Date): Promise<void> {
    const { organisationId } = this.orgContext;
    await this.room.assertFits(mediaId, lengthBytes);
    if (!(await this.changes(BEGIN, [mediaId, organisationId, kind, lengthBytes, expiresAt])))
      throw underWay();
  }

  /** For all that has come of an upload, the next piece included. @throws NoRoomError */
  async makeRoom({ mediaId, expiresAt }: ResumableUpload, sizeBytes: number): Promise<void> {
    await this.room.reserve(mediaId, { atLeast: sizeBytes, until: expiresAt });
  }

  async find(mediaId: string): Promise<ResumableUpload | null> {
    return await this.orgContext.transaction((em) =>
      em.getRepository(ResumableUpload).findOneBy({ mediaId }),
    );
  }

  /** @param offset where the piece belongs @returns false when the upload goes on elsewhere, or is over */
  async append(mediaId: string, offset: number, piece: UploadPiece): Promise<boolean> {
    return await this.changes(APPEND, [mediaId, offset, piece.sizeBytes, JSON.stringify([piece])]);
  }

  /** @returns false while another process is completing it */
  async claim(mediaId: string): Promise<boolean> {
    return await this.changes(CLAIM, [mediaId, this.clock.now(), this.clock.inSeconds(COMPLETING_SECONDS)]);
  }

  async keepClaim(mediaId: string): Promise<void> {
    await this.setClaim(mediaId, this.clock.inSeconds(COMPLETING_SECONDS));
  }

  async giveUpClaim(mediaId: string): Promise<void> {
    await this.setClaim(mediaId, null);
  }

  /** Its pieces are needed no more. What cannot be removed now is the janitor's. */
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

export function underWay(): ConflictError {
  return new ConflictError(
    'upload_under_way',
    'An upload of this file is under way: go on with it (HEAD tells where), or DELETE it and begin again.',
  );
}
