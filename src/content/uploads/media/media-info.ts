import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { MEDIA_INFO_WORKER } from './media-info.worker.js';

/** What MediaInfo says of the file as a whole, of its picture or of its sound; keys and values are MediaInfo's. */
export type Track = Record<string, unknown>;

/** Reads `size` bytes from `offset` on. */
export type RangeReader = (offset: number, size: number) => Promise<Uint8Array>;

/** What MediaInfo says of a file. */
export interface Inspection {
  /** At most one of each of `General`, `Video` and `Audio`, as `@type` says. */
  tracks: Track[];
  /** It has read as much as it wanted; otherwise what it has not found may be there. */
  isWhole: boolean;
}

interface Wish {
  offset: number;
  size: number;
}

const LIBRARY = createRequire(import.meta.url).resolve('mediainfo.js');
// The index of a video of an hour is a few MB; no honest file is read much further.
const MAX_BYTES_READ = 64 * 1024 * 1024;
const MAX_HEAP_MB = 64;

/**
 * Inspects a file of which only some ranges are read.
 * @param library what the thread loads
 * @throws AbortError when the signal ends it, or what the file has made of the library
 */
export async function mediaInfoOf(
  sizeBytes: number,
  read: RangeReader,
  signal: AbortSignal,
  library = LIBRARY,
): Promise<Inspection> {
  const worker = new Worker(MEDIA_INFO_WORKER, {
    eval: true,
    env: {},
    workerData: { library, sizeBytes },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const limited = new LimitedReader(read);
  try {
    return { tracks: await conversation(worker, limited, signal), isWhole: !limited.isExhausted };
  } finally {
    await worker.terminate();
  }
}

async function conversation(worker: Worker, reader: LimitedReader, signal: AbortSignal): Promise<Track[]> {
  const messages = on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<
    [Wish | { tracks: Track[] }]
  >;
  for await (const [message] of messages) {
    if ('tracks' in message) return message.tracks;
    worker.postMessage(await reader.read(message.offset, message.size), []);
  }
  throw new Error('MediaInfo ended without an answer');
}

/** From the limit on the file seems to end: MediaInfo then tells what it has seen. */
class LimitedReader {
  isExhausted = false;
  private left = MAX_BYTES_READ;

  constructor(private readonly source: RangeReader) {}

  async read(offset: number, size: number): Promise<Uint8Array> {
    this.isExhausted ||= size > this.left;
    if (this.isExhausted) return new Uint8Array();
    this.left -= size;
    return await this.source(offset, size);
  }
}
