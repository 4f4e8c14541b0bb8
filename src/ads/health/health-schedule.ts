import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';

const EVERY_FIVE_MINUTES = '*/5 * * * *';
// Many new accounts are spread over the interval; few do not wait.
const SECONDS_PER_ACCOUNT = 2;

// A row that no integration opened has no due time, until one does again.
const ENROL = `
  INSERT INTO ad_account_health AS h (id, organisation_id, account_id, state, due_at)
  SELECT new_id(), organisation_id, advertiser_id, 'waiting',
    now() + make_interval(secs => random() * least($1::float, count(*) OVER () * ${SECONDS_PER_ACCOUNT}))
  FROM (
    SELECT DISTINCT a.organisation_id, a.advertiser_id
    FROM ad_accounts a JOIN integrations i ON i.id = a.integration_id
    WHERE a.accessible AND i.status = 'active' AND i.advertiser_credential_id IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM ad_account_health k
        WHERE k.organisation_id = a.organisation_id AND k.account_id = a.advertiser_id AND k.due_at IS NOT NULL)
  ) AS usable
  ON CONFLICT (organisation_id, account_id) DO UPDATE SET due_at = excluded.due_at
    WHERE h.due_at IS NULL AND (h.lease_until IS NULL OR h.lease_until < now())
  RETURNING id`;

/** Makes every usable ad account a row of work. Rows come due one after the other, and a free process takes the oldest. */
@Injectable()
export class HealthSchedule implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly system: SystemContext,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs && this.config.ads.health.intervalMinutes > 0)
      this.background.cron('ad health', EVERY_FIVE_MINUTES, () => this.enrol());
  }

  /** @returns the number of accounts that were added */
  async enrol(): Promise<number> {
    const { intervalMinutes } = this.config.ads.health;
    const rows = await this.system.transaction('add ad accounts to the health checks', (em) =>
      queryRows(em, ENROL, [intervalMinutes * 60]),
    );
    return rows.length;
  }
}
