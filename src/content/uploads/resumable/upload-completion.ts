import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, InProgressError, LockedError } from '../../../common/index.js';
import { MediaIntake } from '../media-intake.js';
import { StagingStore } from '../staging/staging-store.js';
import type { ResumableUpload } from './resumable-upload.entity.js';
import { UploadProgress } from './upload-progress.js';

/** Assembles the pieces of an upload and attaches the file to its publication. */
@Injectable()
export class UploadCompletion {
  constructor(
    private readonly uploads: UploadProgress,
    private readonly intake: MediaIntake,
    private readonly staging: StagingStore,
  ) {}

  /**
   * Completes the upload when all bytes have arrived. Deletes a rejected file. After an internal error it keeps the pieces,
   * and the next HEAD tries again.
   * @throws LockedError while another process completes it, or DomainError when the file is rejected
   */
  async complete(mediaId: string): Promise<void> {
    const upload = await this.uploads.find(mediaId);
    if (!upload || upload.receivedBytes < upload.lengthBytes) return;
    // A process completed it and crashed before deleting the pieces.
    if ((await this.intake.receivedBytes(mediaId)) !== undefined) return await this.uploads.end(mediaId);
    if (!(await this.uploads.claim(mediaId))) throw beingCompleted();
    try {
      const source = Readable.from(this.bytesOf(upload), { objectMode: false });
      await this.intake.assemble(mediaId, source, upload.lengthBytes);
    } catch (error) {
      // A lock that another request holds is temporary.
      const isTemporary = error instanceof InProgressError;
      const isRefused = error instanceof DomainError && error.status < 500 && !isTemporary;
      await (isRefused ? this.uploads.end(mediaId) : this.uploads.releaseClaim(mediaId));
      throw error;
    }
    await this.uploads.end(mediaId);
  }

  private async *bytesOf({ mediaId, pieces }: ResumableUpload): AsyncGenerator<Buffer> {
    for (const { name, sizeBytes } of pieces) {
      await this.uploads.renewClaim(mediaId);
      for await (const bytes of this.staging.read(name, 0, sizeBytes - 1)) yield bytes as Buffer;
    }
  }
}

function beingCompleted(): LockedError {
  return new LockedError(
    'upload_being_completed',
    'All bytes have arrived and are being checked. Try again shortly.',
  );
}
