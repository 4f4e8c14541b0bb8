import type { Hash } from 'node:crypto';
import type { DeclaredUpload } from '../posting/chunk-rule.js';
import type { Publication } from '../posting/publication.js';

/** An upload in progress. */
export interface Upload {
  readonly publication: Publication;
  readonly plan: DeclaredUpload;
  readonly token: string;
  readonly expiresAt: number;
  /** Hash over all bytes accepted so far; undefined for videos above `hashUploadsUpTo`. */
  hash: Hash | undefined;
}

/** Uploads by the id in their URL. */
export type UploadStore = Map<string, Upload>;
