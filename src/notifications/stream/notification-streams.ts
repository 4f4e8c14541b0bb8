import type { Readable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Role } from '../../auth/index.js';
import { EventStreams, isId, InvalidInputError, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Latch } from './latch.js';
import { NotificationReader } from './notification-reader.js';
import { NotificationSignals } from './notification-signals.js';
import { streamFrames, type StreamPace } from './stream-frames.js';

const PACE: StreamPace = { heartbeatMs: 15_000, pollMs: 3_000, retryMs: 3_000 };

/** The client's role, and when its token expires. */
export interface StreamReader {
  role: Role;
  expiresAt: Date;
}

/** The open streams of this process. */
@Injectable()
export class NotificationStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationStreams.name);
  private readonly streams = new EventStreams('notification', ' with the last id in Last-Event-ID');

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
    const latch = new Latch();
    const end = this.streams.begin({ organisationId, expiresAt, gone });
    // Before the first read, so that no notification is missed in between.
    const unsubscribe = this.signals.subscribe(organisationId, () => latch.open());
    const close = (): void => {
      unsubscribe();
      latch.open();
    };
    if (end.signal.aborted) close();
    else end.signal.addEventListener('abort', close);
    try {
      const position = await this.reader.positionAfter(lastEventId?.toLowerCase());
      const next = () =>
        this.orgContext.run(organisationId, 'notifications stream', async () => {
          try {
            return (await this.reader.next(position, role)).map((view) => ({ id: view.id, data: view }));
          } catch (error) {
            // The stream stays open, and catches up when the database is back.
            this.logger.warn(`could not read notifications for a stream: ${messageOf(error)}`);
            return [];
          }
        });
      const frames = streamFrames(
        { event: 'notification', next, latch, isLive: () => this.signals.live, end: end.signal },
        PACE,
      );
      return this.streams.send(frames, end);
    } catch (error) {
      end.abort();
      throw error;
    }
  }

  beforeApplicationShutdown(): void {
    this.streams.stop();
  }
}

function invalidEventId(): InvalidInputError {
  const message = 'must be the id of an event from this stream';
  return new InvalidInputError(
    'Last-Event-ID is not the id of an event from this stream. Omit it to start with new notifications.',
    [{ field: 'last-event-id', message }],
  );
}
