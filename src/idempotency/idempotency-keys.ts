import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, SealedBox } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import { responseUnreadable, inProgress, keyReused, takenOver } from './idempotency.errors.js';

/** A request with a key. */
export interface KeyedRequest {
  /** Method and path. The same key may be used on another route. */
  route: string;
  key: string;
  fingerprint: Buffer;
}

/** A response as it was sent. */
export interface StoredResponse {
  status: number;
  body: unknown;
}

/** The right to do the work of a request while its lease lasts. */
export interface Claim {
  organisationId: string;
  route: string;
  keyHash: Buffer;
  holder: string;
}

const LEASE_SECONDS = 15;
const RETENTION_HOURS = 24;

// A row is taken over after its expiry, or when the lease of the same request has run out because its process died.
const CLAIM = `
  INSERT INTO idempotency_keys AS k (organisation_id, route, key_hash, fingerprint, holder, held_until, expires_at)
  VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 second', $7)
  ON CONFLICT (organisation_id, route, key_hash) DO UPDATE SET fingerprint = excluded.fingerprint, holder = excluded.holder,
    held_until = excluded.held_until, expires_at = excluded.expires_at, status = NULL, answer = NULL
    WHERE k.expires_at <= $8
      OR (k.status IS NULL AND k.held_until < now() AND k.fingerprint = excluded.fingerprint)
  RETURNING holder`;
const FIND = `
  SELECT fingerprint, status, answer FROM idempotency_keys
  WHERE organisation_id = $1 AND route = $2 AND key_hash = $3`;
const OF_CLAIM = 'organisation_id = $1 AND route = $2 AND key_hash = $3 AND holder = $4 AND status IS NULL';
const STORE = `UPDATE idempotency_keys SET status = $5, answer = $6 WHERE ${OF_CLAIM} RETURNING 1`;
const EXTEND = `UPDATE idempotency_keys SET held_until = now() + $5 * interval '1 second' WHERE ${OF_CLAIM}`;
const RELEASE = `DELETE FROM idempotency_keys WHERE ${OF_CLAIM}`;

interface Row {
  fingerprint: Buffer;
  status: number | null;
  answer: Buffer | null;
}

/** Stores keys and their responses for the organisation in context. */
@Injectable()
export class IdempotencyKeys {
  private readonly box: SealedBox;

  constructor(
    { encryptionKeys }: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {
    this.box = new SealedBox(encryptionKeys, 'answers to idempotent calls');
  }

  /**
   * @returns the right to do the work, or the response if it is done
   * @throws UnprocessableError, InProgressError, ConflictError
   */
  async claim({ route, key, fingerprint }: KeyedRequest): Promise<Claim | StoredResponse> {
    const { organisationId } = this.orgContext;
    const keyHash = createHash('sha256').update(key).digest();
    const claim: Claim = { organisationId, route, keyHash, holder: randomUUID() };
    const expiresAt = this.clock.inSeconds(RETENTION_HOURS * 3600);
    return await this.orgContext.transaction(async (em) => {
      const values = [organisationId, route, keyHash, fingerprint, claim.holder, LEASE_SECONDS, expiresAt];
      const [taken] = await queryRows(em, CLAIM, [...values, this.clock.now()]);
      if (taken) return claim;
      const [row] = await queryRows<Row>(em, FIND, [organisationId, route, keyHash]);
      // The key was released between the two statements.
      if (!row) throw inProgress();
      if (!row.fingerprint.equals(fingerprint)) throw keyReused();
      return this.responseIn(row, claim);
    });
  }

  /**
   * Stores the response. In the transaction of the work, both are committed or neither is.
   * @throws InProgressError when another process has taken over the request
   */
  async store(em: EntityManager, claim: Claim, { status, body }: StoredResponse): Promise<void> {
    const sealed = this.box.seal(JSON.stringify({ body }), placeOf(claim));
    const stored = await queryRows(em, STORE, [...valuesOf(claim), status, sealed]);
    if (stored.length === 0) throw takenOver();
  }

  /** Extends the lease while the work runs. */
  async extend(claim: Claim): Promise<void> {
    await this.orgContext.transaction((em) => em.query(EXTEND, [...valuesOf(claim), LEASE_SECONDS]));
  }

  /** Frees the key, because nothing was done. A stored response stays. */
  async release(claim: Claim): Promise<void> {
    await this.orgContext.transaction((em) => em.query(RELEASE, valuesOf(claim)));
  }

  private responseIn({ status, answer }: Row, claim: Claim): StoredResponse {
    if (status === null || answer === null) throw inProgress();
    const opened = this.box.open(answer, placeOf(claim));
    if (opened === undefined) throw responseUnreadable();
    return { status, ...(JSON.parse(opened) as { body: unknown }) };
  }
}

function valuesOf({ organisationId, route, keyHash, holder }: Claim): unknown[] {
  return [organisationId, route, keyHash, holder];
}

/** Binds a stored response to its row, so that it does not open in another organisation's. */
function placeOf({ organisationId, route, keyHash }: Claim): string {
  return JSON.stringify([organisationId, route, keyHash.toString('base64url')]);
}
