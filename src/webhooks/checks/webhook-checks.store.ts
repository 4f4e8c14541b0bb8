import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import type { CheckName, CheckReport } from './check-report.js';
import { StandingNotices } from './standing-notices.js';

// A check under way sets its next time when it ends. Otherwise a process that restarts again and again would call TikTok
// each time.
const BEGIN = `
  INSERT INTO webhook_checks AS w (id, name, due_at) VALUES (new_id(), $1, now())
  ON CONFLICT (name) DO UPDATE SET due_at = now(), asks = w.asks + 1
  WHERE w.due_at IS NULL OR w.checked_at IS NULL OR w.settings IS DISTINCT FROM $2`;
const ASK = `
  UPDATE webhook_checks SET asks = asks + 1, due_at = least(due_at, now()) WHERE name = $1 AND due_at IS NOT NULL`;
const RETIRE = `UPDATE webhook_checks SET due_at = now() WHERE name = $1 AND due_at IS NOT NULL`;
const SAVE = `UPDATE webhook_checks SET faults = $2::jsonb, ours = $3::jsonb, settings = $4, checked_at = now() WHERE name = $1`;
const ASKS = `SELECT asks FROM webhook_checks WHERE name = $1`;

/** The rows of the checks. All processes share them, so that only one of them checks at a time. */
@Injectable()
export class WebhookChecksStore {
  constructor(
    private readonly system: SystemContext,
    private readonly notices: StandingNotices,
  ) {}

  /** Makes the check due, unless one with these settings has planned the next one. */
  async begin(name: CheckName, settings: string): Promise<void> {
    await this.system.statement('check webhooks', BEGIN, [name, settings]);
  }

  /** Makes the check due soon, unless it is off. */
  async ask(name: CheckName): Promise<void> {
    await this.system.statement('check webhooks soon', ASK, [name]);
  }

  /** Lets a check that was switched off run once more, which resolves its notices. */
  async retire(name: CheckName): Promise<void> {
    await this.system.statement('end checks of webhooks', RETIRE, [name]);
  }

  async save(name: CheckName, settings: string, { faults, ours, standings }: CheckReport): Promise<void> {
    await this.system.transaction('result of a check of webhooks', async (em) => {
      await em.query(SAVE, [name, JSON.stringify(faults), JSON.stringify(ours), settings]);
      for (const standing of standings) await this.notices.settle(em, standing);
    });
  }

  /** How often the check was asked for. If that grows while it is under way, it may have looked before the change. */
  async asks(name: CheckName): Promise<number> {
    const [row] = await this.system.statement<{ asks: number }>('next check of webhooks', ASKS, [name]);
    return row?.asks ?? 0;
  }
}
