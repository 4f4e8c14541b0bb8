import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { checkAll, notices, WITH_HEALTH } from '../../support/given/ad-health.js';
import { openSignature } from '../../support/given/ads-deliveries.js';
import { AdsAccount } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_HEALTH);

let ads: AdsAccount;
beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  await checkAll(connector());
}, 60_000);

/** Delivers a webhook of the ads side. `ID` is the advertiser, as the bare number that TikTok sends. */
async function tell(body: object, accountId = ads.accountId): Promise<void> {
  const text = JSON.stringify({ request_id: randomUUID(), ...body }).replaceAll('"ID"', accountId);
  const answer = await connector().anonymous.send('POST', '/connect/webhook/tiktok/ads', {
    body: Buffer.from(text),
    headers: { 'content-type': 'application/json', 'x-open-signature': openSignature(text) },
  });
  expect(answer.status).toBe(200);
}

const now = () => Math.floor(Date.now() / 1000);
const setStatus = (body: object) =>
  connector().sandbox.control(`/business/advertisers/${ads.accountId}`, body);
const suspended = (status: string) =>
  tell({ advertiser_id: 'ID', status, status_change_time: now(), suspension_reason: 'misleading claims' });

describe('AD_ACCOUNT_SUSPENSION', () => {
  it('lets the health check look at once, which notifies and later resolves', async () => {
    await setStatus({ status: 'STATUS_LIMIT', reason: 'misleading claims' });
    await suspended('STATUS_LIMIT');
    const [notice] = await eventually(async () => {
      const found = await notices(ads.api, 'ad_account_suspended');
      return found.length > 0 && found;
    }, 20_000);
    expect(notice?.detail).toContain('misleading claims');

    await setStatus({ status: 'STATUS_ENABLE' });
    await suspended('STATUS_ENABLE');
    await eventually(async () => {
      // The event waits for the check that is under way.
      await connector().hurry('webhook');
      return (await notices(ads.api, 'ad_account_suspended'))[0]?.resolvedAt !== null;
    }, 20_000);
  }, 60_000);

  it('believes the account and not the report', async () => {
    const before = (await notices(ads.api, 'ad_account_suspended')).length;
    const checkedBefore = await checkedAt();
    await suspended('STATUS_LIMIT');
    await eventually(async () => {
      await connector().hurry('webhook');
      return (await checkedAt()) > checkedBefore;
    }, 20_000);
    expect(await notices(ads.api, 'ad_account_suspended')).toHaveLength(before);
  }, 30_000);
});

async function statuses(event: string): Promise<string[]> {
  const { body } = await ads.api.get<{ items: { status: string }[] }>(`/api/webhooks/events?event=${event}`);
  return body.items.map(({ status }) => status);
}

async function checkedAt(): Promise<string> {
  const { body } = await ads.api.get<{ items: { checkedAt: string }[] }>(
    `/api/ads/health?accountId=${ads.accountId}`,
  );
  return body.items[0]?.checkedAt ?? '';
}

describe('CREATIVE_FATIGUE', () => {
  it('notifies once a day, with the name of the ad', async () => {
    const [ad] = await ads.list('ads', '&live=true');
    for (let copy = 0; copy < 2; copy += 1)
      await tell({ object: 8, time: now(), entry: [{ adv_id: 'ID', ad_id: ad?.id, log_id: `${copy}` }] });
    await eventually(async () => {
      await connector().hurry('webhook');
      return (await statuses('ads.creative_fatigue')).filter((one) => one === 'processed').length === 2;
    });
    const found = await notices(ads.api, 'ad_creative_fatigue');
    expect(found).toMatchObject([{ severity: 'info', subject: { type: 'ad_account', id: ads.accountId } }]);
    expect(found[0]?.detail).toContain(`“${ad?.name}”`);
  }, 30_000);
});

const changed = () =>
  tell({
    object: 11,
    time: now(),
    entry: [
      {
        log_id: randomUUID(),
        data_level: 'AUCTION_ADVERTISER',
        changed_metrics_values: { [ads.accountId]: { spend: '1' } },
      },
    ],
  });
const runs = async () =>
  await connector().database.query<{ trigger: string }>(
    `SELECT trigger FROM sync_runs WHERE kind = 'ads' AND trigger = 'webhook'`,
  );
const settling = () => statuses('ads.report_data_change');

describe('REPORT_DATA_CHANGE', () => {
  it('starts a sync of ads, and one more for all reports of the next 15 minutes', async () => {
    await connector().database.query(`DELETE FROM sync_runs WHERE kind = 'ads'`);
    await changed();
    await eventually(async () => (await runs()).length === 1);
    await changed();
    await changed();
    await eventually(async () => (await settling()).filter((one) => one === 'received').length === 2);
    expect(await runs()).toHaveLength(1);

    await eventually(async () => {
      const open = await connector().database.query(
        `SELECT FROM sync_runs WHERE kind = 'ads' AND status IN ('queued', 'running')`,
      );
      return open.length === 0;
    }, 20_000);
    await connector().database.query(
      `UPDATE sync_runs SET created_at = created_at - interval '16 minutes' WHERE kind = 'ads'`,
    );
    await connector().hurry('webhook');
    await eventually(async () => (await settling()).every((one) => one === 'processed'), 20_000);
    expect(await runs()).toHaveLength(2);
  }, 60_000);
});

it('ignores reports about accounts that no organisation uses', async () => {
  const stranger = '7499999999999999999';
  const seen = async () =>
    await connector().database.query<{ status: string; failure: string }>(
      `SELECT status, failure FROM webhook_events WHERE content LIKE $1 AND status <> 'received'`,
      [`%${stranger}%`],
    );
  await tell({ object: 8, time: now(), entry: [{ adv_id: 'ID', ad_id: '1' }] }, stranger);
  const [event] = await eventually(async () => {
    const found = await seen();
    return found.length > 0 && found;
  });
  expect(event).toEqual({ status: 'ignored', failure: 'No organisation uses the ad account.' });
});
