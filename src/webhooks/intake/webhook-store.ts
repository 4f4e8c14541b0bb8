import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Coalescer, isDatabaseUnavailable, newId, UnavailableError } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Background } from '../../runtime/index.js';
import { HandOver, isLeased } from './hand-over.js';
import type { KeptHeaders } from './kept-headers.js';
import {
  claimedRow,
  columnsOf,
  dedupeKey,
  leased,
  STORE,
  type Delivery,
  type EventRow,
} from './event-rows.js';

// The most that one statement stores.
const MAX_GROUP = 200;
// In a burst, a sender that was just acknowledged delivers the next event within a millisecond. Fewer groups cost less.
const COMPANY = { ms: 1, after: 8 };
// What waits for the database. Beyond it TikTok is asked to deliver again later, so that memory stays bounded.
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
// About what a waiting delivery takes beside its bytes: what was parsed, its key, its promise.
const ROW_BYTES = 4_000;
// TikTok delivers again. A connection that hangs must not keep it waiting.
const DEADLINE_MS = 4_000;

/** The outcome of a delivery: the id of a new event, nothing for a repeated one, or why it is not stored. */
type Stored = { id: string | undefined } | { error: unknown };

/**
 * Stores deliveries before they are acknowledged. Those that arrive while a group is being stored form the next group, which
 * is one statement and one commit. A delivery alone does not wait.
 */
@Injectable()
export class WebhookStore implements OnModuleInit {
  private readonly groups = new Coalescer((rows: EventRow[]) => this.storeGroup(rows), MAX_GROUP, {
    patience: { ms: DEADLINE_MS, error: tooSlow },
    company: COMPANY,
  });
  private readonly handOver: HandOver;
  private waitingBytes = 0;

  constructor(
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {
    this.handOver = new HandOver((rows) => this.jobs.start('webhook', rows.map(claimedRow)));
  }

  onModuleInit(): void {
    // Before the jobs stop, which return what they have not begun.
    this.background.register(
      () => undefined,
      () => this.handOver.flush(),
    );
  }

  /**
   * Resolves after the commit.
   * @returns the id of a new event; undefined for a repeated one
   * @throws UnavailableError when the database does not store it in time
   */
  async add(delivery: Delivery, headers: KeptHeaders | null): Promise<string | undefined> {
    const { payload, rawBody } = delivery;
    if (this.waitingBytes > MAX_WAITING_BYTES) throw tooSlow();
    const [key, receivedAt] = [dedupeKey(payload, rawBody), this.clock.now()];
    const row = { ...delivery, headers, id: newId(), dedupeKey: key, receivedAt, leaseToken: null };
    this.waitingBytes += rawBody.length + ROW_BYTES;
    const outcome = await this.groups.add(row);
    if ('error' in outcome) throw outcome.error;
    return outcome.id;
  }

  private async storeGroup(rows: EventRow[]): Promise<Stored[]> {
    try {
      const created = await this.insert(rows);
      return rows.map(({ id }) => ({ id: created.has(id) ? id : undefined }));
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      // One of them cannot be stored as it is. The others must not fail with it.
      const outcomes: Stored[] = [];
      for (const row of rows) {
        const outcome = await this.storeAlone(row);
        // PostgreSQL refuses even the bare bytes: it is read-only, or its disk is full. The rows are not the cause.
        if ('error' in outcome)
          return [...outcomes, ...rows.slice(outcomes.length).map(() => ({ error: tooSlow() }))];
        outcomes.push(outcome);
      }
      return outcomes;
    } finally {
      for (const { rawBody } of rows) this.waitingBytes -= rawBody.length + ROW_BYTES;
    }
  }

  private async storeAlone(row: EventRow): Promise<Stored> {
    const whole = await this.tryToStore(row);
    // PostgreSQL takes the bytes alone, whatever they are.
    return 'error' in whole && !isDatabaseUnavailable(whole.error)
      ? await this.tryToStore({ ...row, payload: undefined, status: 'quarantined' })
      : whole;
  }

  private async tryToStore(row: EventRow): Promise<Stored> {
    try {
      return { id: (await this.insert([row])).has(row.id) ? row.id : undefined };
    } catch (error) {
      return { error };
    }
  }

  /** @returns the ids of new events, which are then handled */
  private async insert(given: readonly EventRow[]): Promise<Set<string>> {
    const rows = leased(given, this.jobs.room('webhook') - this.handOver.size);
    const created = await this.system.statement<{ id: string }>('store webhooks', STORE, columnsOf(rows), {
      urgent: true,
    });
    const ids = new Set(created.map(({ id }) => id));
    const fresh = rows.filter(({ id, status }) => ids.has(id) && status === 'received');
    const woken = fresh.filter(({ leaseToken }) => leaseToken === null);
    this.handOver.add(fresh.filter(isLeased));
    // Not awaited: the events are stored, so TikTok need not wait until the workers know.
    if (woken.length > 0)
      void this.jobs.wakeAll(
        'webhook',
        woken.map(({ id }) => id),
      );
    return ids;
  }
}

function tooSlow(): UnavailableError {
  return new UnavailableError(
    'database_unavailable',
    'The database did not store the delivery in time. Deliver it again shortly.',
    { retryAfterSeconds: 5 },
  );
}
