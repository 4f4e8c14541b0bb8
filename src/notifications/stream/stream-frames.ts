import type { NotificationView } from '../dto/notification.view.js';
import type { Alarm } from './alarm.js';
import { commentFrame, eventFrame, retryFrame } from './sse-frame.js';
import { StreamEnd } from './stream-end.js';

/** How a stream keeps time, in milliseconds. */
export interface StreamPace {
  heartbeatMs: number;
  /** Between two looks while nobody wakes the stream. */
  pollMs: number;
  retryMs: number;
}

export interface StreamSource {
  /** What is new since the last call; empty when nothing is. */
  next(): Promise<NotificationView[]>;
  /** Whether the alarm rings for what is new; otherwise the stream looks by itself. */
  isLive(): boolean;
  alarm: Alarm;
  /** Aborted when the reader is gone, or with a StreamEnd that the reader is told; the alarm rings then, too. */
  end: AbortSignal;
}

/** What goes over the wire, from the first byte to the end of the stream. */
export async function* streamFrames(source: StreamSource, pace: StreamPace): AsyncGenerator<string> {
  const opened = performance.now();
  let beats = 0;
  yield retryFrame(pace.retryMs);
  while (!source.end.aborted) {
    const news = await source.next();
    // What comes too late for this stream is told to the next one.
    if (source.end.aborted) break;
    for (const view of news)
      yield eventFrame({ id: view.id, event: 'notification', data: JSON.stringify(view) });
    const age = performance.now() - opened;
    if (age >= (beats + 1) * pace.heartbeatMs) {
      beats = Math.floor(age / pace.heartbeatMs);
      yield commentFrame('heartbeat');
    }
    // More may wait than one look brings.
    if (news.length > 0) continue;
    const untilBeat = (beats + 1) * pace.heartbeatMs - age;
    await source.alarm.sleep(source.isLive() ? untilBeat : Math.min(untilBeat, pace.pollMs));
  }
  const { reason } = source.end as { reason: unknown };
  if (reason instanceof StreamEnd) yield eventFrame({ event: 'end', data: JSON.stringify(reason) });
}
