import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';

/** Stores the files of messages. src/content implements it, and src/app.module.ts binds the two, because they are peers. */
export abstract class MediaStore {
  abstract write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void>;

  /** Reads from `first` to `last`, both inclusive. */
  abstract read(name: string, first: number, last: number): Readable;

  /** Succeeds when there is none. */
  abstract remove(name: string): Promise<void>;
}

/** What stores files asks here which ones are still needed, and removes the others. */
export abstract class MediaUses {
  /** @param uses returns those of the names that are needed. Runs as system work */
  abstract register(uses: (em: EntityManager, names: string[]) => Promise<string[]>): void;
}
