import { commentFrame, endFrames, eventFrame, retryFrame } from '../../common/index.js';
import type { Latch } from './latch.js';

/** The intervals of a stream, in milliseconds. */
export interface StreamPace {
  heartbeatMs: number;
  /** Between two polls while signals do not arrive. */
  pollMs: number;
  retryMs: number;
}

/** One frame of a stream. The client sends the id of the last one when it reconnects. */
export interface StreamItem {
  id: string;
  data: object;
}

export interface StreamSource {
  /** The name of the events, e.g. `notification`. */
  event: string;
  /** Returns what is new since the last call. */
  next(): Promise<StreamItem[]>;
  /** True if the latch opens for news; otherwise the stream polls. */
  isLive(): boolean;
  latch: Latch;
  /** Aborted when the client disconnects, or with a StreamEnd for the client. Either opens the latch. */
  end: AbortSignal;
}

/** Yields the frames of the stream, from the first to the last. */
export async function* streamFrames(source: StreamSource, pace: StreamPace): AsyncGenerator<string> {
  const opened = performance.now();
  let beats = 0;
  yield retryFrame(pace.retryMs);
  while (!source.end.aborted) {
    const items = await source.next();
    // What comes too late for this stream goes to the next one.
    if (source.end.aborted) break;
    for (const { id, data } of items)
      yield eventFrame({ id, event: source.event, data: JSON.stringify(data) });
    const age = performance.now() - opened;
    if (age >= (beats + 1) * pace.heartbeatMs) {
      beats = Math.floor(age / pace.heartbeatMs);
      yield commentFrame('heartbeat');
    }
    // There may be more than one page.
    if (items.length > 0) continue;
    const untilBeat = (beats + 1) * pace.heartbeatMs - age;
    await source.latch.wait(source.isLive() ? untilBeat : Math.min(untilBeat, pace.pollMs));
  }
  yield* endFrames(source.end);
}
