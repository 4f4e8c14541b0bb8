import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { NOTIFICATIONS_CHANNEL } from '../notifier.js';
import { PostgresListener } from './postgres-listener.js';

const ID_LENGTH = 36;

/** Wakes the streams of an organisation when any process creates a notification. */
@Injectable()
export class NotificationSignals implements OnApplicationShutdown {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly listener: PostgresListener;

  constructor({ database }: AppConfig) {
    this.listener = new PostgresListener(
      database.url,
      NOTIFICATIONS_CHANNEL,
      (payload) => this.wake(payload.slice(ID_LENGTH + 1)),
      () => [...this.waiting.keys()].forEach((organisationId) => this.wake(organisationId)),
    );
  }

  /** True if signals arrive. Otherwise, poll the database. */
  get live(): boolean {
    return this.listener.isListening;
  }

  /** Opens the connection for the first subscriber. @returns a function that unsubscribes */
  subscribe(organisationId: string, wake: () => void): () => void {
    const wakes = this.waiting.get(organisationId) ?? new Set();
    this.waiting.set(organisationId, wakes.add(wake));
    this.listener.open();
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0 && this.waiting.get(organisationId) === wakes) this.waiting.delete(organisationId);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.close();
  }

  private wake(organisationId: string): void {
    this.waiting.get(organisationId)?.forEach((wake) => wake());
  }
}
