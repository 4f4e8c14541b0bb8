import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { HealthSchedule } from '../../../src/ads/health/health-schedule.js';
import { useConnector } from '../../support/connector.js';
import { WITH_HEALTH } from '../../support/given/ad-health.js';
import { AdsAccount } from '../../support/given/ads-account.js';

const COUNT = 10_000;
const INTERVAL_MINUTES = 1440;
const connector = useConnector({
  ...WITH_HEALTH,
  environment: { ...WITH_HEALTH.environment, ADS_HEALTH_INTERVAL_MINUTES: String(INTERVAL_MINUTES) },
});

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  await connector().database.query(
    `INSERT INTO ad_accounts (organisation_id, integration_id, advertiser_id, accessible, refreshed_at)
     SELECT $1, (SELECT id FROM integrations WHERE organisation_id = $1), (7500000000000000000 + n)::text, true, now()
     FROM generate_series(1, $2::int) AS n`,
    [ads.organisationId, COUNT],
  );
}, 60_000);

describe('The schedule of health checks', () => {
  it('adds each account once, however many processes do, and spreads them over the interval', async () => {
    const schedule = connector().app.get(HealthSchedule, { strict: false });

    const added = await Promise.all([schedule.enrol(), schedule.enrol(), schedule.enrol()]);

    expect(added.reduce((all, one) => all + one, 0)).toBe(COUNT + ads.accountIds.length);
    expect(await schedule.enrol()).toBe(0);
    const [row] = await connector().database.query<{ rows: number; first: number; last: number }>(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE due_at < now() + interval '1 hour')::int AS first,
         (max(extract(epoch FROM due_at - now())) / 60)::int AS last
       FROM ad_account_health`,
    );
    expect(row?.rows).toBe(COUNT + ads.accountIds.length);
    expect(row?.last).toBeGreaterThan(60);
    expect(row?.last).toBeLessThanOrEqual(INTERVAL_MINUTES);
    expect(row?.first).toBeLessThan(COUNT / 2);
  });

  it('stops for an account that is no longer connected', async () => {
    const [gone] = ads.accountIds;
    await connector().database.query('UPDATE ad_accounts SET accessible = false WHERE advertiser_id = $1', [
      gone,
    ]);
    await connector().database.query('UPDATE ad_account_health SET due_at = now() WHERE account_id = $1', [
      gone,
    ]);

    const row = await eventually(async () => {
      const [found] = await connector().database.query<{ state: string; due: boolean }>(
        'SELECT state, due_at IS NOT NULL AS due FROM ad_account_health WHERE account_id = $1',
        [gone],
      );
      return found?.due === false && found;
    }, 20_000);
    expect(row.state).toBe('not_connected');
  });
});
