import type { Readable } from 'node:stream';

/**
 * Stores uploaded files until TikTok has them. Streams, so that no whole file is in memory. Names are ids of ours.
 * Both implementations pass the same contract, test/integration/staging-store.spec.ts.
 */
export abstract class StagingStore {
  /** Writes a file. It becomes visible as a whole or, on any error including the source's, not at all. */
  abstract write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void>;

  /** Reads from `first` to `last`, both inclusive. A missing file is an error of the stream. */
  abstract read(name: string, first: number, last: number): Readable;

  abstract has(name: string): Promise<boolean>;

  /** Removes a file. Succeeds when there is none. */
  abstract remove(name: string): Promise<void>;

  /** Lists complete files that were written before the date. */
  abstract wholeFiles(before: Date): AsyncIterable<string>;

  /** Removes incomplete writes to which nothing was added since the date. */
  abstract removeParts(before: Date): Promise<void>;
}
