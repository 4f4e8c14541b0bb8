import { hash, randomUUID } from 'node:crypto';
import { binaryArrays } from '../../database/index.js';
import { LEASE_SECONDS, type ClaimedRow } from '../../jobs/index.js';
import type { WebhookPayload } from '../../tiktok/index.js';
import type { KeptHeaders } from './kept-headers.js';

const { booleans, byteas, jsonbs, texts, timestamptzs, uuids } = binaryArrays;

const SECONDS_PER_DAY = 86_400;
// Days since 1970 from 2024 to 2134: the range that migration 82 has kept free of hashes.
const FIRST_DAY = 20_000;
const LAST_DAY = 60_000;
const DAY_BYTES = 8;
const KEY_BYTES = DAY_BYTES + 32;

// In the order of their keys, so that processes that store the same events do not wait for each other in a circle. A
// repeated delivery conflicts with the unique key and changes nothing. A process of a version before the weeks may have
// stored it under the key without its day: LIMIT keeps PostgreSQL from reading all events for that.
export const STORE = `
  INSERT INTO webhook_events (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at,
    received_at, late, status, signed_by, lease_token, headers, due_at, lease_until, attempts)
  SELECT v.*, CASE WHEN v.status = 'received' THEN now() END,
    CASE WHEN v.lease_token IS NOT NULL THEN now() + make_interval(secs => ${LEASE_SECONDS}) END,
    CASE WHEN v.lease_token IS NOT NULL THEN 1 ELSE 0 END
  FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[],
    $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::boolean[], $12::text[], $13::text[], $14::uuid[], $15::jsonb[])
    AS v (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at, received_at, late, status,
      signed_by, lease_token, headers)
  WHERE (octet_length(v.dedupe_key) = ${KEY_BYTES}
    AND (SELECT true FROM webhook_events o WHERE o.dedupe_key = substring(v.dedupe_key FROM 9) LIMIT 1)) IS NOT TRUE
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`;

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

/** A delivery on its way into `webhook_events`. */
export interface EventRow extends Delivery {
  id: string;
  dedupeKey: Buffer;
  receivedAt: Date;
  headers: KeptHeaders | null;
  /** Null unless this process handles the event as soon as it is stored. */
  leaseToken: string | null;
}

/** An event that this process handles as soon as it is stored. */
export type LeasedRow = EventRow & { leaseToken: string };

/** @returns the parameters of `STORE` */
export function columnsOf(rows: readonly EventRow[]): unknown[] {
  const sorted = rows.toSorted((a, b) => Buffer.compare(a.dedupeKey, b.dedupeKey));
  const column = <Value>(value: (row: EventRow) => Value): Value[] => sorted.map(value);
  return [
    uuids(column(({ id }) => id)),
    byteas(column(({ dedupeKey: key }) => key)),
    texts(column(({ payload }) => payload?.clientKey ?? '')),
    texts(column(({ payload }) => payload?.event ?? null)),
    texts(column(({ payload }) => payload?.userOpenId ?? null)),
    texts(column(({ payload }) => payload?.content ?? null)),
    byteas(column(({ rawBody }) => rawBody)),
    timestamptzs(column(eventTime)),
    timestamptzs(column(({ signedAt }) => signedAt)),
    timestamptzs(column(({ receivedAt }) => receivedAt)),
    booleans(column(({ late }) => late)),
    texts(column(({ status }) => status)),
    texts(column(({ signedBy }) => signedBy)),
    uuids(column(({ leaseToken }) => leaseToken)),
    jsonbs(column(({ headers }) => headers && JSON.stringify(headers))),
  ];
}

// A larger event is read again when its turn comes, so that those that wait in memory need little of it.
const MOST_BYTES_AHEAD = 16 * 1024;

/** Leases the first rows to this process, as many as it has room for. */
export function leased(rows: readonly EventRow[], room: number): EventRow[] {
  const token = randomUUID();
  let left = room;
  return rows.map((row) => {
    if (row.status !== 'received' || row.rawBody.length > MOST_BYTES_AHEAD || left <= 0) return row;
    left -= 1;
    return { ...row, leaseToken: token };
  });
}

/** The row as a claim would return it; only what the dispatcher reads. */
export function claimedRow(row: LeasedRow): ClaimedRow {
  const { id, payload, leaseToken, signedAt, receivedAt, status } = row;
  return {
    id,
    attempts: 1,
    lease_token: leaseToken,
    status,
    dedupe_key: row.dedupeKey,
    event: payload?.event ?? null,
    client_key: payload?.clientKey ?? '',
    user_openid: payload?.userOpenId ?? null,
    content: payload?.content ?? null,
    event_time: eventTime(row),
    signed_at: signedAt,
    received_at: receivedAt,
  };
}

function eventTime({ payload }: EventRow): Date | null {
  return payload?.createTime === undefined ? null : new Date(payload.createTime * 1000);
}

/**
 * Hashes the fields that identify an event. A body that was not understood is hashed as a whole. The day of the event stands
 * before its hash, because the table is split by it: TikTok sends the same time with every delivery of an event.
 */
export function dedupeKey(payload: WebhookPayload | undefined, rawBody: Buffer): Buffer {
  if (!payload) return hash('sha256', rawBody, 'buffer');
  const { clientKey, event, createTime, userOpenId, content } = payload;
  const identity = JSON.stringify([clientKey, event, createTime ?? null, userOpenId ?? null, content]);
  const digest = hash('sha256', identity, 'buffer');
  const day = createTime === undefined ? undefined : Math.floor(createTime / SECONDS_PER_DAY);
  if (day === undefined || !(day >= FIRST_DAY && day < LAST_DAY)) return digest;
  const prefix = Buffer.alloc(DAY_BYTES);
  prefix.writeUInt32BE(day, DAY_BYTES - 4);
  return Buffer.concat([prefix, digest]);
}
