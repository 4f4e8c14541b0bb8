import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { messageOf } from '../../../common/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import { Background, ProcessRegister } from '../../../runtime/index.js';
import { Credential } from '../../integration/credential.entity.js';
import { reasonOf, type TokenUnreadableError } from '../../integration/credential.errors.js';
import { IntegrationStatus } from '../../integration/integration-status.js';
import { TokenVault } from './token-vault.js';

// Finds a database that was repaired without a restart; a restored key comes with one.
const RECHECK_MS = 60_000;
const BATCH = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

// Pauses the background refresh until the token can be read.
const MARK = `
  UPDATE credentials SET due_at = NULL, unreadable_since = coalesce(unreadable_since, now())
  WHERE id = $1 AND rejected_at IS NULL AND (unreadable_since IS NULL OR due_at IS NOT NULL)
  RETURNING unreadable_since = now() AS first`;

const CLEAR = `
  UPDATE credentials SET unreadable_since = NULL,
    due_at = CASE WHEN rejected_at IS NULL AND refresh_token IS NOT NULL THEN now() END
  WHERE id = $1 AND unreadable_since IS NOT NULL RETURNING id`;

const POSTPONE = `
  UPDATE credentials SET due_at = now() + make_interval(secs => $2)
  WHERE id = $1 AND due_at <= now() AND unreadable_since IS NULL`;

/**
 * Records which credentials cannot be decrypted, so that their organisations are notified once and retries stop. Finds
 * those that can be read again. The integration's job sends the notifications.
 */
@Injectable()
export class UnreadableTokens implements OnModuleInit {
  private readonly logger = new Logger(UnreadableTokens.name);

  constructor(
    private readonly system: SystemContext,
    private readonly vault: TokenVault,
    private readonly status: IntegrationStatus,
    private readonly processes: ProcessRegister,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.register(() => this.recheck());
    this.background.every('unreadable tokens', RECHECK_MS, () => this.recheck());
  }

  /** Records a failed decryption. Never throws: the caller has an error of its own to report. */
  async note(credentialId: string, error: TokenUnreadableError): Promise<void> {
    const { secret } = error;
    try {
      // If another process holds the key, only this one lacks it, which /health/ready and the doctor report.
      const isMissing = secret?.reason === 'key_missing';
      error.heldElsewhere = isMissing && (await this.processes.someoneHolds(secret.keyId ?? ''));
      if (error.heldElsewhere) return;
      const first = await this.system.transaction('mark an unreadable token', (em) =>
        this.mark(em, credentialId),
      );
      if (first && secret)
        this.logger.error(`credential ${credentialId} cannot be read: ${reasonOf(secret)}`);
    } catch (cause) {
      this.logger.warn(`an unreadable token could not be recorded: ${messageOf(cause)}`);
    }
  }

  /** Leaves a credential's refresh to a process that holds its key, for a while. */
  async postpone(credentialId: string): Promise<void> {
    await this.system.transaction('leave a token to a process that can read it', (em) =>
      em.query(POSTPONE, [credentialId, RECHECK_MS / 1000]),
    );
  }

  /** Clears the mark of every credential that can be read here. */
  async recheck(): Promise<void> {
    for (let after = NO_ID; ;) {
      const rows = await this.page(after);
      for (const row of rows) if (!this.vault.problemWith(row)) await this.clear(row.id);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last.id;
    }
  }

  /** @returns true if it was readable until now */
  private async mark(em: EntityManager, id: string): Promise<boolean> {
    const [row] = await queryRows<{ first: boolean }>(em, MARK, [id]);
    if (row?.first) await this.status.wake(em, id);
    return row?.first ?? false;
  }

  private page(after: string): Promise<Credential[]> {
    const where = { id: MoreThan(after), unreadableSince: Not(IsNull()) };
    return this.system.transaction('recheck unreadable tokens', (em) =>
      em.getRepository(Credential).find({ where, order: { id: 'ASC' }, take: BATCH }),
    );
  }

  private async clear(id: string): Promise<void> {
    await this.system.transaction('a token can be read again', async (em) => {
      const rows = await queryRows(em, CLEAR, [id]);
      if (rows.length === 0) return;
      await this.status.wake(em, id);
      this.logger.log(`credential ${id} can be read again`);
    });
  }
}
