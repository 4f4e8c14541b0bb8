import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Coalescer,
  isDatabaseUnavailable,
  newId,
  UnavailableError,
  within,
} from '../../common/index.js';
import { SystemContext, SYSTEM_REASON } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import type { WebhookPayload } from '../../tiktok/index.js';

// Sorted by key, so that processes that store the same events do not wait for each other in a circle. A repeated delivery
// conflicts with the unique key and changes nothing.
const STORE = `
  INSERT INTO webhook_events (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at,
    received_at, late, status, signed_by, due_at)
  SELECT v.*, CASE WHEN v.status = 'received' THEN now() END
  FROM ${SYSTEM_REASON}, unnest($2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[],
    $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::boolean[], $13::text[], $14::text[])
    AS v (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at, received_at, late, status,
      signed_by)
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`;

// The most that one statement stores.
const MAX_GROUP = 200;
// What waits for the database. Beyond it TikTok is asked to deliver again later, so that memory stays bounded.
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
// TikTok delivers again. A connection that hangs must not keep it waiting.
const DEADLINE_MS = 4_000;

/** A delivery signed by TikTok. */
export interface Delivery {
  rawBody: Buffer;
  /** Undefined if it was not understood. */
  payload: WebhookPayload | undefined;
  /** The client key of the app whose secret signed it. */
  signedBy: string;
  signedAt: Date;
  late: boolean;
  status: 'received' | 'quarantined';
}

interface Row extends Delivery {
  id: string;
  dedupeKey: Buffer;
  receivedAt: Date;
}

/** What became of a delivery: the id of a new event, nothing for a repeated one, or why it is not stored. */
type Stored = { id: string | undefined } | { error: unknown };

/**
 * Stores deliveries before they are acknowledged. Those that arrive while a group is being stored form the next group, which
 * is one statement and one commit. A delivery alone does not wait.
 */
@Injectable()
export class WebhookStore {
  private readonly groups = new Coalescer((rows: Row[]) => this.storeGroup(rows), MAX_GROUP);
  private waitingBytes = 0;

  constructor(
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves after the commit.
   * @returns the id of a new event; undefined for a repeated one
   * @throws UnavailableError when the database does not store it in time
   */
  async add(delivery: Delivery): Promise<string | undefined> {
    const { payload, rawBody } = delivery;
    if (this.waitingBytes > MAX_WAITING_BYTES) throw overloaded();
    const row = {
      ...delivery,
      id: newId(),
      dedupeKey: dedupeKey(payload, rawBody),
      receivedAt: this.clock.now(),
    };
    this.waitingBytes += rawBody.length;
    const stored = this.groups.add(row).finally(() => (this.waitingBytes -= rawBody.length));
    const outcome = await within(DEADLINE_MS, stored, () => ({ error: overloaded() }));
    if ('error' in outcome) throw outcome.error;
    return outcome.id;
  }

  private async storeGroup(rows: Row[]): Promise<Stored[]> {
    try {
      const created = await this.insert(rows);
      this.wake(rows, created);
      return rows.map(({ id }) => ({ id: created.has(id) ? id : undefined }));
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      // One of them cannot be stored as it is. The others must not fail with it.
      return await Promise.all(rows.map((row) => this.storeAlone(row)));
    }
  }

  private async storeAlone(row: Row): Promise<Stored> {
    for (const version of [row, unparsed(row)]) {
      try {
        const created = await this.insert([version]);
        this.wake([version], created);
        return { id: created.has(row.id) ? row.id : undefined };
      } catch (error) {
        if (isDatabaseUnavailable(error) || version !== row) return { error };
      }
    }
    return { error: overloaded() };
  }

  /** Not awaited: the events are stored, so TikTok need not wait until the workers know. */
  private wake(rows: readonly Row[], created: ReadonlySet<string>): void {
    const ids = rows.flatMap(({ id, status }) => (status === 'received' && created.has(id) ? [id] : []));
    if (ids.length > 0) void this.jobs.wakeAll('webhook', ids);
  }

  /** @returns the ids of new events */
  private async insert(rows: Row[]): Promise<Set<string>> {
    const sorted = rows.toSorted((a, b) => Buffer.compare(a.dedupeKey, b.dedupeKey));
    const column = <Value>(value: (row: Row) => Value): Value[] => sorted.map(value);
    const created = await this.system.statement<{ id: string }>('store webhooks', STORE, [
      column(({ id }) => id),
      column(({ dedupeKey: key }) => key),
      column(({ payload }) => payload?.clientKey ?? ''),
      column(({ payload }) => payload?.event ?? null),
      column(({ payload }) => payload?.userOpenId ?? null),
      column(({ payload }) => payload?.content ?? null),
      column(({ rawBody }) => rawBody),
      column(({ payload }) =>
        payload?.createTime === undefined ? null : new Date(payload.createTime * 1000),
      ),
      column(({ signedAt }) => signedAt),
      column(({ receivedAt }) => receivedAt),
      column(({ late }) => late),
      column(({ status }) => status),
      column(({ signedBy }) => signedBy),
    ]);
    return new Set(created.map(({ id }) => id));
  }
}

/** What PostgreSQL always takes: the bytes alone. */
function unparsed(row: Row): Row {
  return { ...row, payload: undefined, status: 'quarantined' };
}

/** Hashes the fields that identify an event. A body that was not understood is hashed as a whole. */
function dedupeKey(payload: WebhookPayload | undefined, rawBody: Buffer): Buffer {
  if (!payload) return hash('sha256', rawBody, 'buffer');
  const { clientKey, event, createTime, userOpenId, content } = payload;
  const identity = JSON.stringify([clientKey, event, createTime ?? null, userOpenId ?? null, content]);
  return hash('sha256', identity, 'buffer');
}

function overloaded(): UnavailableError {
  return new UnavailableError(
    'database_unavailable',
    'The database did not store the delivery in time. Deliver it again shortly.',
    { retryAfterSeconds: 5 },
  );
}
