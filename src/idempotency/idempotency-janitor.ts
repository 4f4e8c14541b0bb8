import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, whileFull } from '../common/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from '../runtime/index.js';

const EVERY_MS = 60 * 60_000;
const BATCH = 1_000;

const DELETE_EXPIRED = `
  DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM idempotency_keys WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))
  RETURNING 1`;

/** Deletes keys with their responses a day after their first use. */
@Injectable()
export class IdempotencyJanitor implements OnModuleInit {
  constructor(
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('idempotency janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    await whileFull(BATCH, () =>
      this.system.transaction('delete expired idempotency keys', (em) =>
        queryRows(em, DELETE_EXPIRED, [this.clock.now(), BATCH]),
      ),
    );
  }
}
