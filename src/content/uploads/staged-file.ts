import { InvalidInputError } from '../../common/index.js';
import type { MediaType } from './media-type.js';

/** Bytes that lie here until TikTok has them. */
export interface StagedFile {
  /** Name within the staging store. */
  name: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  mediaType: MediaType;
}

export function emptyUpload(): InvalidInputError {
  const message = 'has no bytes';
  return new InvalidInputError('The upload is empty.', [{ field: 'file', message }], 'upload_empty');
}
