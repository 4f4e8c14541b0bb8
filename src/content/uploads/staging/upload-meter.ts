import { createHash } from 'node:crypto';
import type { PostKind } from '../../post/publication.entity.js';
import { mediaTypeOf, SNIFF_BYTES, type MediaType } from '../media-type.js';
import { emptyUpload, type StagedFile } from '../staged-file.js';
import { tooLarge } from '../upload-rules.js';

export interface MeterRules {
  kind: PostKind;
  maxBytes: number;
  /** Asked before bytes pass that nobody has made room for. @returns how many may pass in all */
  makeRoom: (sizeBytes: number) => Promise<number>;
}

/** Counts, hashes and inspects bytes as they pass. */
export class UploadMeter {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;
  private room = 0;
  private head = Buffer.alloc(0);
  private mediaType: MediaType | undefined;

  constructor(private readonly rules: MeterRules) {}

  async *pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      this.sizeBytes += bytes.length;
      if (this.sizeBytes > this.rules.maxBytes) throw tooLarge(this.rules.maxBytes);
      this.inspect(bytes);
      if (this.sizeBytes > this.room) this.room = await this.rules.makeRoom(this.sizeBytes);
      this.hash.update(bytes);
      yield bytes;
    }
    // Before anything is kept of them.
    if (this.sizeBytes === 0) throw emptyUpload();
    this.mediaType ??= mediaTypeOf(this.head, this.rules.kind);
  }

  /** After the last byte has passed. */
  result(): Omit<StagedFile, 'name'> {
    const { sizeBytes, mediaType } = this;
    if (!mediaType) throw new Error('the bytes have not passed to their end');
    return { sizeBytes, sha256: this.hash.digest('hex'), mediaType };
  }

  private inspect(bytes: Buffer): void {
    if (this.mediaType) return;
    this.head = Buffer.concat([this.head, bytes.subarray(0, SNIFF_BYTES)]).subarray(0, SNIFF_BYTES);
    if (this.head.length === SNIFF_BYTES) this.mediaType = mediaTypeOf(this.head, this.rules.kind);
  }
}
