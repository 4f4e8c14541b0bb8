import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import { Jobs, NotYetError } from '../../jobs/index.js';

// A check under way sets its next time when it ends.
const WAKE = `
  UPDATE ad_account_health SET due_at = now()
  WHERE account_id = ANY($1::text[]) AND due_at > now() AND (lease_until IS NULL OR lease_until < now()) RETURNING id`;
const BUSY =
  'SELECT FROM ad_account_health WHERE account_id = ANY($1::text[]) AND lease_until >= now() LIMIT 1';
const BUSY_SECONDS = 30;

/** Checks ad accounts at once, because TikTok has reported a change. The account's own state counts, not the report. */
@Injectable()
export class HealthWakes {
  constructor(
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
  ) {}

  /** @throws NotYetError while a check is under way, which may have read the account before the change */
  async wake(accountIds: readonly string[]): Promise<void> {
    const { woken, isBusy } = await this.system.transaction('check ad accounts soon', async (em) => ({
      isBusy: (await queryRows(em, BUSY, [accountIds])).length > 0,
      woken: await queryRows<{ id: string }>(em, WAKE, [accountIds]),
    }));
    for (const { id } of woken) await this.jobs.wake('ad-health', id);
    if (isBusy) throw new NotYetError('A check of the ad account is under way', BUSY_SECONDS);
  }
}
