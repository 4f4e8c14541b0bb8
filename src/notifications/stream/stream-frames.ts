import { commentFrame, endFrames, eventFrame, retryFrame } from '../../common/index.js';
import type { NotificationView } from '../dto/notification.view.js';
import type { Latch } from './latch.js';

/** The intervals of a stream, in milliseconds. */
export interface StreamPace {
  heartbeatMs: number;
  /** Between two polls while signals do not arrive. */
  pollMs: number;
  retryMs: number;
}

export interface StreamSource {
  /** Returns the notifications since the last call. */
  next(): Promise<NotificationView[]>;
  /** True if the latch opens for new notifications; otherwise the stream polls. */
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
    const views = await source.next();
    // Notifications that come too late for this stream go to the next one.
    if (source.end.aborted) break;
    for (const view of views)
      yield eventFrame({ id: view.id, event: 'notification', data: JSON.stringify(view) });
    const age = performance.now() - opened;
    if (age >= (beats + 1) * pace.heartbeatMs) {
      beats = Math.floor(age / pace.heartbeatMs);
      yield commentFrame('heartbeat');
    }
    // There may be more than one page.
    if (views.length > 0) continue;
    const untilBeat = (beats + 1) * pace.heartbeatMs - age;
    await source.latch.wait(source.isLive() ? untilBeat : Math.min(untilBeat, pace.pollMs));
  }
  yield* endFrames(source.end);
}
