import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, whileFull } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { SharedTasks } from '../runtime/index.js';

const EVERY_MS = 60 * 60_000;
const DAY_SECONDS = 86_400;
const BATCH = 1_000;

const DELETE_OLD = `
  DELETE FROM admin_actions WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM admin_actions WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED))
  RETURNING 1`;

/** Deletes entries of the audit trail after their retention. */
@Injectable()
export class AuditJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly tasks: SharedTasks,
  ) {}

  onModuleInit(): void {
    this.tasks.every('audit janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const before = this.clock.inSeconds(-this.config.auditRetentionDays * DAY_SECONDS);
    await whileFull(BATCH, () =>
      this.system.transaction('delete old entries of the audit trail', (em) =>
        queryRows(em, DELETE_OLD, [before, BATCH]),
      ),
    );
  }
}
