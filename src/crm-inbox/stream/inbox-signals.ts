import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { OrganisationSignals } from '../../notifications/index.js';
import { INBOX_CHANNEL } from './conversation-changes.js';

/** Wakes the inbox streams of an organisation when any process changes a conversation. */
@Injectable()
export class InboxSignals extends OrganisationSignals implements OnApplicationShutdown {
  constructor({ database }: AppConfig) {
    super(database.url, INBOX_CHANNEL, (payload) => payload);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
