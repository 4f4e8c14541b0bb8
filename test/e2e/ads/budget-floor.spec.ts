import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS, type AdObjectBody } from '../../support/given/ads-account.js';

const UPDATE = 'POST /open_api/v1.3/adgroup/update/';
const REPORT = 'GET /open_api/v1.3/report/integrated/get/';
/** The hour of the account's day at which the test runs, so that something is spent. */
const HOUR = 18;

interface Refusal {
  code: string;
  detail: string;
  errors: { field: string; rule: string; message: string; limit: string }[];
}

const connector = useConnector({
  ...WITH_ADS,
  sandbox: { business: { ...WITH_ADS.sandbox?.business, customIdentity: 'anywhere', reportDelayMinutes: 0 } },
});

let ads: AdsAccount;
let group: AdObjectBody;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  const { body: account } = await ads.api.get<{ timeZone: string }>(`/api/ads/accounts/${ads.accountId}`);
  const advanceSeconds = secondsUntil(HOUR, account.timeZone);
  await connector().sandbox.control('/clock', { advanceSeconds });
  connector().moveClock(advanceSeconds);
  const [listed] = await ads.list('ad-groups', '&live=true');
  group = await ads.read('ad-groups', listed?.id ?? '');
}, 30_000);
afterEach(() => connector().sandbox.clearFaults());

function change(amount: string) {
  return ads.api.send<Refusal & { object: AdObjectBody }>('PATCH', `/api/ads/ad-groups/${group.id}`, {
    body: JSON.stringify({ accountId: ads.accountId, budget: { amount } }),
    headers: { 'content-type': 'application/json' },
  });
}

describe('PATCH of a budget that is partly spent', () => {
  it('is refused below 105 % of it without a call, with the smallest amount that passes', async () => {
    const before = await connector().sandbox.calls(UPDATE);
    const { status, body } = await change('20.00');
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: 'budget_below_spent', errors: [{ field: 'budget.amount', rule: 'budget_below_spent' }] },
    });
    const least = Number(body.errors[0]?.limit);
    expect(least).toBeGreaterThan(20);
    expect(least).toBeLessThan(Number(group.budget?.amount));
    expect(body.detail).toContain(`${body.errors[0]?.limit} USD`);
    expect((await connector().sandbox.calls(UPDATE)) - before).toBe(0);
  });

  it('is left to TikTok if the spend cannot be read', async () => {
    await connector().sandbox.fault({ match: REPORT, kind: 'http500_html' });
    const before = await connector().sandbox.calls(UPDATE);
    expect(await change('20.00')).toMatchObject({ status: 409, body: { code: '40002' } });
    expect((await connector().sandbox.calls(UPDATE)) - before).toBe(1);
  });

  it('passes a little above it, and when it rises', async () => {
    const refused = await change('20.00');
    const enough = (Number(refused.body.errors[0]?.limit) + 1).toFixed(2);
    expect(await change(enough)).toMatchObject({
      status: 200,
      body: { object: { budget: { amount: enough } } },
    });
    const asked = await connector().sandbox.calls(REPORT);
    expect(await change((Number(enough) + 2).toFixed(2))).toMatchObject({ status: 200 });
    expect((await connector().sandbox.calls(REPORT)) - asked).toBe(0);
  });
});

function secondsUntil(hour: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format();
  return ((hour - Number(parts) + 24) % 24) * 3600;
}
