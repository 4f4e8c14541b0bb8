import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { MEDIA_INFO_WORKER } from './media-info.worker.js';

/** What MediaInfo says of the file as a whole, of its picture or of its sound; keys and values are MediaInfo's. */
export type Track = Record<string, unknown>;

/** Reads `size` bytes from `offset` on. */
export type RangeReader = (offset: number, size: number) => Promise<Uint8Array>;

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
 * @returns at most one track of each of `General`, `Video` and `Audio`, as `@type` says
 * @throws AbortError when the signal ends it, or what the file has made of the library
 */
export async function mediaInfoOf(
  sizeBytes: number,
  read: RangeReader,
  signal: AbortSignal,
  library = LIBRARY,
): Promise<Track[]> {
  const worker = new Worker(MEDIA_INFO_WORKER, {
    eval: true,
    env: {},
    workerData: { library, sizeBytes },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  try {
    return await conversation(worker, limited(read), signal);
  } finally {
    await worker.terminate();
  }
}

async function conversation(worker: Worker, read: RangeReader, signal: AbortSignal): Promise<Track[]> {
  const messages = on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<
    [Wish | { tracks: Track[] }]
  >;
  for await (const [message] of messages) {
    if ('tracks' in message) return message.tracks;
    worker.postMessage(await read(message.offset, message.size), []);
  }
  throw new Error('MediaInfo ended without an answer');
}

/** From the limit on the file seems to end: MediaInfo then tells what it has seen. */
function limited(read: RangeReader): RangeReader {
  let left = MAX_BYTES_READ;
  return async (offset, size) => {
    if (size > left) return new Uint8Array();
    left -= size;
    return await read(offset, size);
  };
}
