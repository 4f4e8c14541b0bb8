import type { Readable } from 'node:stream';

/**
 * Where uploaded bytes lie until TikTok has them. Everything streams: no file is ever in memory. Names are ids of ours.
 * Both implementations keep one contract, test/integration/staging-store.spec.ts.
 */
export abstract class StagingStore {
  /** Takes the bytes to their end. The file is there whole or not at all, whatever goes wrong, also in the source. */
  abstract write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void>;

  /** @param first @param last inclusive offsets in bytes. A missing file is an error of the stream. */
  abstract read(name: string, first: number, last: number): Readable;

  abstract has(name: string): Promise<boolean>;

  /** Also of what is not there. */
  abstract remove(name: string): Promise<void>;

  /** Names of whole files that were written before. */
  abstract wholeFiles(before: Date): AsyncIterable<string>;

  /** Removes what writes of dead processes have left, and to which nothing was added since. */
  abstract removeParts(before: Date): Promise<void>;
}
