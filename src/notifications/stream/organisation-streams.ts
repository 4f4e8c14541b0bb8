import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { EventStreams, InvalidInputError, isId, messageOf } from '../../common/index.js';
import type { OrgContext } from '../../database/index.js';
import { Latch } from './latch.js';
import type { OrganisationSignals } from './organisation-signals.js';
import { streamFrames, type StreamItem, type StreamPace } from './stream-frames.js';
import type { StreamPosition } from './stream-position.js';

const PACE: StreamPace = { heartbeatMs: 15_000, pollMs: 3_000, retryMs: 3_000 };

/** What the streams are about, as logs and errors name it. */
export interface StreamTopic {
  /** The class that owns the streams: the context of log lines. */
  owner: string;
  /** In the limit of open streams, e.g. `inbox`. */
  kind: string;
  /** The name of the events, e.g. `conversation`. */
  event: string;
  /** What is read, e.g. `conversations`. */
  items: string;
  /** What a stream without a last event starts with, e.g. `new changes`. */
  news: string;
}

/** Reads what a stream sends. */
export interface StreamReading {
  positionAfter(lastEventId: string | undefined): Promise<StreamPosition>;
  /** Returns what is new since the last call. Advances the position. */
  next(position: StreamPosition): Promise<StreamItem[]>;
}

/** The open streams of this process that replay from the last event, and then wait for signals. */
export class OrganisationStreams {
  private readonly logger: Logger;
  private readonly streams: EventStreams;

  constructor(
    private readonly topic: StreamTopic,
    private readonly orgContext: OrgContext,
    private readonly signals: OrganisationSignals,
  ) {
    this.logger = new Logger(topic.owner);
    this.streams = new EventStreams(topic.kind, ' with the last id in Last-Event-ID');
  }

  /**
   * Opens a stream for the organisation in context.
   * @param lastEventId the last event that the client saw; later ones are replayed first
   * @param gone aborted when the client disconnects
   * @throws InvalidInputError, UnavailableError
   */
  async openFor(
    lastEventId: string | undefined,
    { expiresAt, gone }: { expiresAt: Date; gone: AbortSignal },
    reading: StreamReading,
  ): Promise<Readable> {
    const { organisationId } = this.orgContext;
    if (lastEventId && !isId(lastEventId)) throw this.invalidEventId();
    const latch = new Latch();
    const end = this.streams.begin({ organisationId, expiresAt, gone });
    // Before the first read, so that no event is missed in between.
    const unsubscribe = this.signals.subscribe(organisationId, () => latch.open());
    const close = (): void => {
      unsubscribe();
      latch.open();
    };
    if (end.signal.aborted) close();
    else end.signal.addEventListener('abort', close);
    try {
      const position = await reading.positionAfter(lastEventId?.toLowerCase());
      const next = () => this.next(organisationId, () => reading.next(position));
      const isLive = () => this.signals.live;
      const source = { event: this.topic.event, next, latch, isLive, end: end.signal };
      return this.streams.send(streamFrames(source, PACE), end);
    } catch (error) {
      end.abort();
      throw error;
    }
  }

  stop(): void {
    this.streams.stop();
  }

  private next(organisationId: string, read: () => Promise<StreamItem[]>): Promise<StreamItem[]> {
    return this.orgContext.run(organisationId, `${this.topic.items} stream`, async () => {
      try {
        return await read();
      } catch (error) {
        // The stream stays open, and catches up when the database is back.
        this.logger.warn(`could not read ${this.topic.items} for a stream: ${messageOf(error)}`);
        return [];
      }
    });
  }

  private invalidEventId(): InvalidInputError {
    return new InvalidInputError(
      `Last-Event-ID is not the id of an event from this stream. Omit it to start with ${this.topic.news}.`,
      [{ field: 'last-event-id', message: 'must be the id of an event from this stream' }],
    );
  }
}
