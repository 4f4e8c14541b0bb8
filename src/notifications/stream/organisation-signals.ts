import { PostgresListener } from './postgres-listener.js';

/** Wakes the streams of an organisation when any process sends a signal on a channel of PostgreSQL. */
export class OrganisationSignals {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly listener: PostgresListener;

  /** @param organisationOf reads the organisation from the payload of a signal */
  constructor(databaseUrl: string, channel: string, organisationOf: (payload: string) => string) {
    this.listener = new PostgresListener(
      databaseUrl,
      channel,
      (payload) => this.wake(organisationOf(payload)),
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

  close(): Promise<void> {
    return this.listener.close();
  }

  private wake(organisationId: string): void {
    this.waiting.get(organisationId)?.forEach((wake) => wake());
  }
}
