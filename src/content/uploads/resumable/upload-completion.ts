import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, InProgressError, LockedError } from '../../../common/index.js';
import { MediaIntake } from '../media-intake.js';
import { StagingStore } from '../staging-store.js';
import type { ResumableUpload } from './resumable-upload.entity.js';
import { ResumableUploads } from './resumable-uploads.js';

/** Makes one file of the pieces of an upload, and gives it to its publication like any other. */
@Injectable()
export class UploadCompletion {
  constructor(
    private readonly uploads: ResumableUploads,
    private readonly intake: MediaIntake,
    private readonly staging: StagingStore,
  ) {}

  /**
   * Does nothing while bytes are missing. A file that is not taken is removed; when the service itself has failed, the
   * pieces stay, and it is tried again when the client asks how far the upload is.
   * @throws LockedError while another process does it, or what an upload is refused for
   */
  async complete(mediaId: string): Promise<void> {
    const upload = await this.uploads.find(mediaId);
    if (!upload || upload.receivedBytes < upload.lengthBytes) return;
    // By a process that died right afterwards.
    if ((await this.intake.takenBytes(mediaId)) !== undefined) return await this.uploads.end(mediaId);
    if (!(await this.uploads.claim(mediaId))) throw beingCompleted();
    try {
      const source = Readable.from(this.bytesOf(upload), { objectMode: false });
      await this.intake.assemble(mediaId, source, upload.lengthBytes);
    } catch (error) {
      // What another call holds up for a moment is no fault of the file.
      const isPassing = error instanceof InProgressError;
      const isRefused = error instanceof DomainError && error.status < 500 && !isPassing;
      await (isRefused ? this.uploads.end(mediaId) : this.uploads.giveUpClaim(mediaId));
      throw error;
    }
    await this.uploads.end(mediaId);
  }

  private async *bytesOf({ mediaId, pieces }: ResumableUpload): AsyncGenerator<Buffer> {
    for (const { name, sizeBytes } of pieces) {
      await this.uploads.keepClaim(mediaId);
      for await (const bytes of this.staging.read(name, 0, sizeBytes - 1)) yield bytes as Buffer;
    }
  }
}

function beingCompleted(): LockedError {
  return new LockedError(
    'upload_being_completed',
    'All bytes are here and are being checked: ask again shortly.',
  );
}
