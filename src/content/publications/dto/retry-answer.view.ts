import type { PublicationStatus } from '../../post/publication.entity.js';

export class MissingFile {
  /** The position of the file, from 0. */
  position: number;

  /** Where to upload the file. The link expires. */
  uploadUrl: string;

  /** Where to create and continue a resumable upload (tus 1.0) instead. */
  tusUrl: string;
}

/** The files that a publication waits for. */
export class MissingFilesView {
  uploads: MissingFile[];
}

export class RetryAnswer {
  /**
   * The new attempt.
   * @format uuid
   */
  publishId: string;

  /**
   * The failed attempt.
   * @format uuid
   */
  retryOf: string;

  /** `ready` if the service still has the files: publish it. `awaiting_upload` otherwise. */
  status: PublicationStatus;

  /** The files to upload again. */
  uploads: MissingFile[];
}
