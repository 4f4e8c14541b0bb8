import { InvalidInputError } from '../../../common/index.js';
import type { MediaType } from '../media-type.js';

/** An uploaded file that is stored until TikTok has it. */
export interface StagedFile {
  /** The name in the staging store. */
  name: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  mediaType: MediaType;
}

export function emptyUpload(): InvalidInputError {
  const message = 'is empty';
  return new InvalidInputError(
    'The upload is empty. Send the file again.',
    [{ field: 'file', message }],
    'upload_empty',
  );
}
