import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';

interface Scope {
  claim: Claim;
  status: number;
  kept: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/**
 * For work that must not be done twice even when the process ends right after its commit: the answer is kept in the
 * transaction of the work.
 */
@Injectable()
export class IdempotentAnswers {
  constructor(private readonly keys: IdempotencyKeys) {}

  /** Does nothing for a call without a key. @throws InProgressError: the transaction must not commit then */
  async keep(em: EntityManager, body: unknown): Promise<void> {
    const scope = scopes.getStore();
    if (!scope || scope.kept) return;
    await this.keys.keep(em, scope.claim, { status: scope.status, body });
    scope.kept = true;
  }

  /**
   * Runs the work of a call with a key.
   * @param status of its answer
   * @returns what it answers, and whether that was kept alongside
   */
  async during(
    claim: Claim,
    status: number,
    work: () => Promise<unknown>,
  ): Promise<{ body: unknown; kept: boolean }> {
    const scope = { claim, status, kept: false };
    const body = await scopes.run(scope, work);
    return { body, kept: scope.kept };
  }
}
