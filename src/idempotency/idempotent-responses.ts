import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';

interface Scope {
  claim: Claim;
  status: number;
  stored: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/**
 * Stores the response in the transaction of the work, so that the work is not done twice even if the process dies right
 * after its commit.
 */
@Injectable()
export class IdempotentAnswers {
  constructor(private readonly keys: IdempotencyKeys) {}

  /** Does nothing for a request without a key. @throws InProgressError: then the transaction must not commit */
  async keep(em: EntityManager, body: unknown): Promise<void> {
    const scope = scopes.getStore();
    if (!scope || scope.stored) return;
    await this.keys.store(em, scope.claim, { status: scope.status, body });
    scope.stored = true;
  }

  /**
   * Runs the work of a request with a key.
   * @param status the status of its response
   * @returns the response body, and whether the work has stored it
   */
  async during(
    claim: Claim,
    status: number,
    work: () => Promise<unknown>,
  ): Promise<{ body: unknown; stored: boolean }> {
    const scope = { claim, status, stored: false };
    const body = await scopes.run(scope, work);
    return { body, stored: scope.stored };
  }
}
