import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, SealedBox } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import { answerLost, inProgress, keyReused, takenOver } from './idempotency.errors.js';

/** One call with a key. */
export interface KeyedCall {
  /** Method and path: the same key may be used for another one. */
  route: string;
  key: string;
  fingerprint: Buffer;
}

/** An answer as it went out. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** The right to do a call's work, while its lease lasts. */
export interface Claim {
  organisationId: string;
  route: string;
  keyHash: Buffer;
  holder: string;
}

const LEASE_SECONDS = 15;
const KEPT_HOURS = 24;

// A row is taken over when its time is over, or when the process that had it is gone and the call is the same.
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
const KEEP = `UPDATE idempotency_keys SET status = $5, answer = $6 WHERE ${OF_CLAIM} RETURNING 1`;
const EXTEND = `UPDATE idempotency_keys SET held_until = now() + $5 * interval '1 second' WHERE ${OF_CLAIM}`;
const RELEASE = `DELETE FROM idempotency_keys WHERE ${OF_CLAIM}`;

interface Row {
  fingerprint: Buffer;
  status: number | null;
  answer: Buffer | null;
}

/** The keys of the organisation in context, and the answers that were given to them. */
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
   * @returns the right to do the work, or the answer when it is done
   * @throws UnprocessableError, InProgressError, ConflictError
   */
  async claim({ route, key, fingerprint }: KeyedCall): Promise<Claim | StoredAnswer> {
    const { organisationId } = this.orgContext;
    const keyHash = createHash('sha256').update(key).digest();
    const claim: Claim = { organisationId, route, keyHash, holder: randomUUID() };
    const expiresAt = this.clock.inSeconds(KEPT_HOURS * 3600);
    return await this.orgContext.transaction(async (em) => {
      const values = [organisationId, route, keyHash, fingerprint, claim.holder, LEASE_SECONDS, expiresAt];
      const [taken] = await queryRows(em, CLAIM, [...values, this.clock.now()]);
      if (taken) return claim;
      const [row] = await queryRows<Row>(em, FIND, [organisationId, route, keyHash]);
      // Released between the two statements.
      if (!row) throw inProgress();
      if (!row.fingerprint.equals(fingerprint)) throw keyReused();
      return this.answerIn(row, claim);
    });
  }

  /**
   * Keeps the answer. In the transaction of the work itself, both are there or neither.
   * @throws InProgressError when another process has taken the call over in the meantime
   */
  async keep(em: EntityManager, claim: Claim, { status, body }: StoredAnswer): Promise<void> {
    const sealed = this.box.seal(JSON.stringify({ body }), placeOf(claim));
    const kept = await queryRows(em, KEEP, [...valuesOf(claim), status, sealed]);
    if (kept.length === 0) throw takenOver();
  }

  /** The work is still being done. */
  async extend(claim: Claim): Promise<void> {
    await this.orgContext.transaction((em) => em.query(EXTEND, [...valuesOf(claim), LEASE_SECONDS]));
  }

  /** Nothing was done: the key is free again. What was kept stays. */
  async release(claim: Claim): Promise<void> {
    await this.orgContext.transaction((em) => em.query(RELEASE, valuesOf(claim)));
  }

  private answerIn({ status, answer }: Row, claim: Claim): StoredAnswer {
    if (status === null || answer === null) throw inProgress();
    const opened = this.box.open(answer, placeOf(claim));
    if (opened === undefined) throw answerLost();
    return { status, ...(JSON.parse(opened) as { body: unknown }) };
  }
}

function valuesOf({ organisationId, route, keyHash, holder }: Claim): unknown[] {
  return [organisationId, route, keyHash, holder];
}

/** A stored answer moved to another organisation's row does not open there. */
function placeOf({ organisationId, route, keyHash }: Claim): string {
  return JSON.stringify([organisationId, route, keyHash.toString('base64url')]);
}
