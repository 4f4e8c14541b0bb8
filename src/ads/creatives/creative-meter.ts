import { createHash } from 'node:crypto';
import { emptyUpload, tooLarge } from '../../content/index.js';
import type { CreativeKind } from './ad-creative.entity.js';
import { creativeTypeOf, MAX_CREATIVE_BYTES, SNIFF_BYTES } from './creative-formats.js';

/** What is known of a file once its bytes have passed. */
export interface MeteredFile {
  sizeBytes: number;
  /** Hex. */
  md5: string;
  mediaType: string;
}

// Enough to recognise a page that was answered instead of a file.
const HEAD_BYTES = 64;

/** Counts, hashes and recognises a creative's bytes as they stream. */
export class CreativeMeter {
  private readonly hash = createHash('md5');
  private head = Buffer.alloc(0);
  private sizeBytes = 0;
  private reserved = 0;
  private mediaType: string | undefined;

  /** @param reserve reserves quota before more bytes pass; returns how many may pass in all */
  constructor(
    private readonly kind: CreativeKind,
    private readonly reserve: (sizeBytes: number) => Promise<number>,
  ) {}

  async *pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      this.sizeBytes += bytes.length;
      if (this.sizeBytes > MAX_CREATIVE_BYTES[this.kind]) throw tooLarge(MAX_CREATIVE_BYTES[this.kind]);
      this.inspect(bytes);
      if (this.sizeBytes > this.reserved) this.reserved = await this.reserve(this.sizeBytes);
      this.hash.update(bytes);
      yield bytes;
    }
    // Thrown before the store completes the file.
    if (this.sizeBytes === 0) throw emptyUpload();
    this.mediaType ??= creativeTypeOf(this.head, this.kind);
  }

  /** Returns the totals after the last byte. */
  result(): MeteredFile {
    const { sizeBytes, mediaType } = this;
    if (!mediaType) throw new Error('the stream has not ended');
    return { sizeBytes, md5: this.hash.digest('hex'), mediaType };
  }

  private inspect(bytes: Buffer): void {
    if (this.mediaType) return;
    this.head = Buffer.concat([this.head, bytes.subarray(0, HEAD_BYTES)]).subarray(0, HEAD_BYTES);
    if (this.head.length >= SNIFF_BYTES) this.mediaType = creativeTypeOf(this.head, this.kind);
  }
}
