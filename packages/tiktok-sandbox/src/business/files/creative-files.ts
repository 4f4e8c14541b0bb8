/** An uploaded file without its bytes, which are not stored. */
export interface StoredFile {
  readonly id: string;
  readonly advertiserId: string;
  fileName: string;
  readonly materialId: string;
  readonly bytes: number;
  /** MD5, hex. */
  readonly md5: string;
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly createdAt: number;
  modifiedAt: number;
}

export interface VideoFile extends StoredFile {
  readonly durationSeconds: number;
  /** A video pulled from a URL shows only its id until then. */
  readonly readyAt: number;
}

export type ImageFile = StoredFile;

export interface MusicFile extends StoredFile {
  readonly title: string;
  readonly author: string;
  readonly durationSeconds: number;
  readonly source: 'SYSTEM' | 'USER';
}

/** A file that waits for 24 hours to become a creative. */
export interface TemporaryFile {
  readonly id: string;
  readonly advertiserId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly md5: string;
  readonly width: number;
  readonly height: number;
  readonly expiresAt: number;
}

/** A chunked upload under way. */
export interface ChunkUpload {
  readonly id: string;
  readonly advertiserId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  received: number;
}
