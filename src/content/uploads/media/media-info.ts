import { on } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MEDIA_INFO_WORKER } from './media-info.worker.js';

/** MediaInfo's description of the file, its video or its audio, with MediaInfo's keys and values. */
export type Track = Record<string, unknown>;

/** Reads `size` bytes at `offset`. */
export type RangeReader = (offset: number, size: number) => Promise<Uint8Array>;

/** MediaInfo's result for a file. */
export interface Inspection {
  /** At most one of each of `General`, `Video` and `Audio`, as `@type` says. */
  tracks: Track[];
  /** True if MediaInfo could read all it requested. Otherwise missing facts prove nothing. */
  isWhole: boolean;
}

interface ReadRequest {
  offset: number;
  size: number;
}

const LIBRARY = createRequire(import.meta.url).resolve('mediainfo.js');
// The index of a one-hour video is a few MB, so valid files need far less.
const MAX_BYTES_READ = 64 * 1024 * 1024;
const MAX_HEAP_MB = 64;
const BINARY = path.join(path.dirname(LIBRARY), '..', 'MediaInfoModule.wasm');
// TypeScript declares it only for browsers.
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };
let compiled: Promise<object> | undefined;

/**
 * Inspects a file in a worker thread, reading only some ranges.
 * @param library the module that the worker loads
 * @throws AbortError when the signal fires, or Error when the worker crashes
 */
export async function mediaInfoOf(
  sizeBytes: number,
  read: RangeReader,
  signal: AbortSignal,
  library = LIBRARY,
): Promise<Inspection> {
  await keepCompiled();
  const worker = new Worker(MEDIA_INFO_WORKER, {
    eval: true,
    env: {},
    workerData: { library, sizeBytes },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const limited = new LimitedReader(read);
  try {
    return { tracks: await exchange(worker, limited, signal), isWhole: !limited.isExhausted };
  } finally {
    await worker.terminate();
  }
}

/** Keeps MediaInfo compiled: V8 shares the module between threads, so a worker starts in 80 ms instead of 300 ms. */
async function keepCompiled(): Promise<void> {
  compiled ??= readFile(BINARY).then((bytes) => WebAssembly.compile(bytes));
  await compiled.catch(() => undefined);
}

async function exchange(worker: Worker, reader: LimitedReader, signal: AbortSignal): Promise<Track[]> {
  const messages = on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<
    [ReadRequest | { tracks: Track[] }]
  >;
  for await (const [message] of messages) {
    if ('tracks' in message) return message.tracks;
    worker.postMessage(await reader.read(message.offset, message.size), []);
  }
  throw new Error('MediaInfo exited without a result');
}

/** Pretends that the file ends at the limit, so that MediaInfo returns what it has found. */
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
