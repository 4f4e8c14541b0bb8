import { createHash } from 'node:crypto';
import type { PostKind } from '../../post/publication.entity.js';
import { mediaTypeOf, SNIFF_BYTES, type MediaType } from '../media-type.js';
import { emptyUpload, type StagedFile } from './staged-file.js';
import { tooLarge } from '../upload-rules.js';

export interface MeterRules {
  kind: PostKind;
  maxBytes: number;
  /** Reserves quota before more bytes pass. @returns the total number of bytes that may pass */
  reserve: (sizeBytes: number) => Promise<number>;
}

/** Counts, hashes and inspects bytes as they stream. */
export class UploadMeter {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;
  private reserved = 0;
  private head = Buffer.alloc(0);
  private mediaType: MediaType | undefined;

  constructor(private readonly rules: MeterRules) {}

  async *pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      this.sizeBytes += bytes.length;
      if (this.sizeBytes > this.rules.maxBytes) throw tooLarge(this.rules.maxBytes);
      this.inspect(bytes);
      if (this.sizeBytes > this.reserved) this.reserved = await this.rules.reserve(this.sizeBytes);
      this.hash.update(bytes);
      yield bytes;
    }
    // Thrown before the store completes the file.
    if (this.sizeBytes === 0) throw emptyUpload();
    this.mediaType ??= mediaTypeOf(this.head, this.rules.kind);
  }

  /** Returns the totals after the last byte. */
  result(): Omit<StagedFile, 'name'> {
    const { sizeBytes, mediaType } = this;
    if (!mediaType) throw new Error('the stream has not ended');
    return { sizeBytes, sha256: this.hash.digest('hex'), mediaType };
  }

  private inspect(bytes: Buffer): void {
    if (this.mediaType) return;
    this.head = Buffer.concat([this.head, bytes.subarray(0, SNIFF_BYTES)]).subarray(0, SNIFF_BYTES);
    if (this.head.length === SNIFF_BYTES) this.mediaType = mediaTypeOf(this.head, this.rules.kind);
  }
}
