import { Readable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Role } from '../../auth/index.js';
import { isId, InvalidInputError, messageOf, UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Latch } from './latch.js';
import { NotificationReader } from './notification-reader.js';
import { NotificationSignals } from './notification-signals.js';
import { StreamEnd } from './stream-end.js';
import { streamFrames, type StreamPace } from './stream-frames.js';

const PACE: StreamPace = { heartbeatMs: 15_000, pollMs: 3_000, retryMs: 3_000 };
// Roles and memberships may change before a token ends.
const LIFETIME_MS = 15 * 60_000;
// Per organisation and process, so that a client which leaks streams does not exhaust the memory.
const MAX_STREAMS = 100;
const END_WITHIN_MS = 1_000;

/** The client's role, and when its token expires. */
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
   * Opens a stream for the organisation in context.
   * @param lastEventId the last event that the client saw; later ones are replayed first
   * @param gone aborted when the client disconnects
   * @throws InvalidInputError, UnavailableError
   */
  async openFor(
    lastEventId: string | undefined,
    { role, expiresAt }: StreamReader,
    gone: AbortSignal,
  ): Promise<Readable> {
    const { organisationId } = this.orgContext;
    if (lastEventId && !isId(lastEventId)) throw invalidEventId();
    this.assertRoom(organisationId);
    const end = new AbortController();
    const latch = new Latch();
    this.open.set(end, organisationId);
    const cancelEnding = endInTime(end, expiresAt);
    // Before the first read, so that no notification is missed in between.
    const unsubscribe = this.signals.subscribe(organisationId, () => latch.open());
    end.signal.addEventListener('abort', () => {
      this.open.delete(end);
      cancelEnding();
      unsubscribe();
      latch.open();
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
            // The stream stays open, and catches up when the database is back.
            this.logger.warn(`could not read notifications for a stream: ${messageOf(error)}`);
            return [];
          }
        });
      const frames = streamFrames({ next, latch, isLive: () => this.signals.live, end: end.signal }, PACE);
      // Buffers one frame: notifications for a slow client stay in the database.
      const stream = Readable.from(frames, { highWaterMark: 1 }).once('close', () => end.abort());
      // A client that reads nothing would never see the end.
      end.signal.addEventListener('abort', () => setTimeout(() => stream.destroy(), END_WITHIN_MS).unref());
      return stream;
    } catch (error) {
      end.abort();
      throw error;
    }
  }

  /** Ends the streams before the server closes, because it would wait for them. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const end of this.open.keys()) end.abort(new StreamEnd('stopping'));
  }

  private assertRoom(organisationId: string): void {
    const theirs = [...this.open.values()].filter((id) => id === organisationId).length;
    if (this.stopping) throw new UnavailableError('stopping', 'The service is stopping. Connect again.');
    if (theirs < MAX_STREAMS) return;
    throw new UnavailableError(
      'too_many_streams',
      `Too many open notification streams (limit ${MAX_STREAMS}). Close unused ones.`,
    );
  }
}

/** Ends the stream when the token expires, or after its maximum lifetime. @returns a function that cancels this */
function endInTime(end: AbortController, expiresAt: Date): () => void {
  const leftMs = Math.max(expiresAt.getTime() - Date.now(), 0);
  const reason = leftMs < LIFETIME_MS ? 'token_expired' : 'lifetime_over';
  const timer = setTimeout(() => end.abort(new StreamEnd(reason)), Math.min(leftMs, LIFETIME_MS));
  return () => clearTimeout(timer);
}

function invalidEventId(): InvalidInputError {
  const message = 'must be the id of an event from this stream';
  return new InvalidInputError(
    'Last-Event-ID is not the id of an event from this stream. Omit it to start with new notifications.',
    [{ field: 'last-event-id', message }],
  );
}
