import type { Readable } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { OrganisationStreams } from '../../notifications/index.js';
import { ChangeReader } from './change-reader.js';
import { InboxSignals } from './inbox-signals.js';

const TOPIC = {
  owner: 'InboxStreams',
  kind: 'inbox',
  event: 'conversation',
  items: 'conversations',
  news: 'new changes',
};

/** The open inbox streams of this process. */
@Injectable()
export class InboxStreams implements BeforeApplicationShutdown {
  private readonly streams: OrganisationStreams;

  constructor(
    orgContext: OrgContext,
    private readonly reader: ChangeReader,
    signals: InboxSignals,
  ) {
    this.streams = new OrganisationStreams(TOPIC, orgContext, signals);
  }

  /**
   * Opens a stream for the organisation in context.
   * @param lastEventId the last event that the client saw; later changes come first
   * @param gone aborted when the client disconnects
   * @throws InvalidInputError, UnavailableError
   */
  openFor(lastEventId: string | undefined, expiresAt: Date, gone: AbortSignal): Promise<Readable> {
    return this.streams.openFor(lastEventId, { expiresAt, gone }, this.reader);
  }

  beforeApplicationShutdown(): void {
    this.streams.stop();
  }
}
