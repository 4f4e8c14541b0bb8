import type { Readable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventStreams, InvalidInputError, isId, messageOf } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Latch, streamFrames, type StreamPace } from '../../notifications/index.js';
import { ChangeReader } from './change-reader.js';
import { InboxSignals } from './inbox-signals.js';

const PACE: StreamPace = { heartbeatMs: 15_000, pollMs: 3_000, retryMs: 3_000 };

/** The open inbox streams of this process. */
@Injectable()
export class InboxStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(InboxStreams.name);
  private readonly streams = new EventStreams('inbox', ' with the last id in Last-Event-ID');

  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: ChangeReader,
    private readonly signals: InboxSignals,
  ) {}

  /**
   * Opens a stream for the organisation in context.
   * @param lastEventId the last event that the client saw; later changes come first
   * @param gone aborted when the client disconnects
   * @throws InvalidInputError, UnavailableError
   */
  async openFor(lastEventId: string | undefined, expiresAt: Date, gone: AbortSignal): Promise<Readable> {
    const { organisationId } = this.orgContext;
    if (lastEventId && !isId(lastEventId)) throw invalidEventId();
    const latch = new Latch();
    const end = this.streams.begin({ organisationId, expiresAt, gone });
    // Before the first read, so that no change is missed in between.
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
        this.orgContext.run(organisationId, 'inbox stream', async () => {
          try {
            return await this.reader.next(position);
          } catch (error) {
            // The stream stays open, and catches up when the database is back.
            this.logger.warn(`could not read conversations for a stream: ${messageOf(error)}`);
            return [];
          }
        });
      const source = { event: 'conversation', next, latch, isLive: () => this.signals.live, end: end.signal };
      return this.streams.send(streamFrames(source, PACE), end);
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
  return new InvalidInputError(
    'Last-Event-ID is not the id of an event from this stream. Omit it to start with new changes.',
    [{ field: 'last-event-id', message: 'must be the id of an event from this stream' }],
  );
}
