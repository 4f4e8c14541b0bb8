import { Readable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Role } from '../../auth/index.js';
import { isId, InvalidInputError, messageOf, UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Alarm } from './alarm.js';
import { NotificationReader } from './notification-reader.js';
import { NotificationSignals } from './notification-signals.js';
import { StreamEnd } from './stream-end.js';
import { streamFrames, type StreamPace } from './stream-frames.js';

const PACE: StreamPace = { heartbeatMs: 15_000, pollMs: 3_000, retryMs: 3_000 };
// Roles and memberships may change before a token ends.
const LIFETIME_MS = 15 * 60_000;
// Of one organisation in one process: a client that forgets to close its streams must not take the others' memory.
const MAX_STREAMS = 100;
const END_WITHIN_MS = 1_000;

/** Who reads, as the token says, and until when. */
export interface StreamReader {
  role: Role;
  expiresAt: Date;
}

/** The open streams of this process. */
@Injectable()
export class NotificationStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationStreams.name);
  private readonly open = new Map<AbortController, string>();
  private stopping = false;

  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: NotificationReader,
    private readonly signals: NotificationSignals,
  ) {}

  /**
   * A stream for the organisation in context.
   * @param lastEventId what the reader saw last; what came after it is told first
   * @param gone aborted when the reader is
   * @throws InvalidInputError, UnavailableError
   */
  async openFor(
    lastEventId: string | undefined,
    { role, expiresAt }: StreamReader,
    gone: AbortSignal,
  ): Promise<Readable> {
    const { organisationId } = this.orgContext;
    if (lastEventId && !isId(lastEventId)) throw notAnEvent();
    this.refuseWhenFull(organisationId);
    const end = new AbortController();
    const alarm = new Alarm();
    this.open.set(end, organisationId);
    const cancelEnding = endInTime(end, expiresAt);
    // Before the first look, so that nothing falls between the two.
    const unsubscribe = this.signals.subscribe(organisationId, () => alarm.wake());
    end.signal.addEventListener('abort', () => {
      this.open.delete(end);
      cancelEnding();
      unsubscribe();
      alarm.wake();
    });
    gone.addEventListener('abort', () => end.abort());
    if (gone.aborted) end.abort();
    try {
      const position = await this.reader.positionAfter(lastEventId?.toLowerCase());
      const next = () =>
        this.orgContext.run(organisationId, 'notifications stream', async () => {
          try {
            return await this.reader.next(position, role);
          } catch (error) {
            // The database will be back: the reader keeps its stream, and hears of everything then.
            this.logger.warn(`a stream could not read: ${messageOf(error)}`);
            return [];
          }
        });
      const frames = streamFrames({ next, alarm, isLive: () => this.signals.live, end: end.signal }, PACE);
      // One frame ahead is enough: what a slow reader has not taken stays in the database.
      const stream = Readable.from(frames, { highWaterMark: 1 }).once('close', () => end.abort());
      // A reader that takes nothing would never see the end.
      end.signal.addEventListener('abort', () => setTimeout(() => stream.destroy(), END_WITHIN_MS).unref());
      return stream;
    } catch (error) {
      end.abort();
      throw error;
    }
  }

  /** Before the server closes: it would wait for them. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const end of this.open.keys()) end.abort(new StreamEnd('stopping'));
  }

  private refuseWhenFull(organisationId: string): void {
    const theirs = [...this.open.values()].filter((id) => id === organisationId).length;
    if (this.stopping) throw new UnavailableError('stopping', 'The service is stopping: connect again.');
    if (theirs < MAX_STREAMS) return;
    throw new UnavailableError(
      'too_many_streams',
      `The organisation has ${MAX_STREAMS} streams open: close those that nobody reads.`,
    );
  }
}

/** Ends the stream with its reader's token, or with its own time. @returns calls that off */
function endInTime(end: AbortController, expiresAt: Date): () => void {
  const leftMs = Math.max(expiresAt.getTime() - Date.now(), 0);
  const reason = leftMs < LIFETIME_MS ? 'token_expired' : 'lifetime_over';
  const timer = setTimeout(() => end.abort(new StreamEnd(reason)), Math.min(leftMs, LIFETIME_MS));
  return () => clearTimeout(timer);
}

function notAnEvent(): InvalidInputError {
  const message = 'must be the id of an event of this stream';
  return new InvalidInputError('The header Last-Event-ID is not one of this stream.', [
    { field: 'last-event-id', message },
  ]);
}
