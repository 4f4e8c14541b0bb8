import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { NOTIFICATIONS_CHANNEL } from '../notifier.js';
import { OrganisationSignals } from './organisation-signals.js';

const ID_LENGTH = 36;

/** Wakes the streams of an organisation when any process creates a notification. */
@Injectable()
export class NotificationSignals extends OrganisationSignals implements OnApplicationShutdown {
  constructor({ database }: AppConfig) {
    super(database.url, NOTIFICATIONS_CHANNEL, (payload) => payload.slice(ID_LENGTH + 1));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
