import type { Readable } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Role } from '../../auth/index.js';
import { OrgContext } from '../../database/index.js';
import { NotificationReader } from './notification-reader.js';
import { NotificationSignals } from './notification-signals.js';
import { OrganisationStreams } from './organisation-streams.js';

const TOPIC = {
  owner: 'NotificationStreams',
  kind: 'notification',
  event: 'notification',
  items: 'notifications',
  news: 'new notifications',
};

/** The client's role, and when its token expires. */
export interface StreamReader {
  role: Role;
  expiresAt: Date;
}

/** The open streams of this process. */
@Injectable()
export class NotificationStreams implements BeforeApplicationShutdown {
  private readonly streams: OrganisationStreams;

  constructor(
    orgContext: OrgContext,
    private readonly reader: NotificationReader,
    signals: NotificationSignals,
  ) {
    this.streams = new OrganisationStreams(TOPIC, orgContext, signals);
  }

  /**
   * Opens a stream for the organisation in context.
   * @param lastEventId the last event that the client saw; later ones are replayed first
   * @param gone aborted when the client disconnects
   * @throws InvalidInputError, UnavailableError
   */
  openFor(
    lastEventId: string | undefined,
    { role, expiresAt }: StreamReader,
    gone: AbortSignal,
  ): Promise<Readable> {
    const { reader } = this;
    return this.streams.openFor(
      lastEventId,
      { expiresAt, gone },
      {
        positionAfter: (id) => reader.positionAfter(id),
        next: async (position) =>
          (await reader.next(position, role)).map((view) => ({ id: view.id, data: view })),
      },
    );
  }

  beforeApplicationShutdown(): void {
    this.streams.stop();
  }
}
