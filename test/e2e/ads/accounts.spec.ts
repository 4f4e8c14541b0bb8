import { beforeAll, describe, expect, it } from '@jest/globals';
import { AccountCapabilities } from '../../../src/ads/accounts/account-capabilities.js';
import { OrgContext } from '../../../src/database/index.js';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';

interface Problem {
  code: string;
  reason: string;
  fix: string;
}
interface Account {
  accountId: string;
  name: string;
  currency: string;
  timeZone: string;
  status: string;
  usable: boolean;
  problem: Problem | null;
  asOf: string;
}
interface Details extends Account {
  balance: { amount: string; currency: string; cash: string | null } | null;
  abilities: { ability: string; state: string; count: number | null; problem: Problem | null }[];
}

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
beforeAll(async () => {
  tenant = await adTenant(connector());
}, 30_000);

async function details(): Promise<Details> {
  const { status, body } = await tenant.api.get<Details>(`/api/ads/accounts/${tenant.accountId}`);
  expect(status).toBe(200);
  return body;
}

const ability = (found: Details, name: string) => found.abilities.find((one) => one.ability === name);

describe('GET /api/ads/accounts', () => {
  it('lists the copies with their currency, time zone and age', async () => {
    const { body } = await tenant.api.get<PageBody<Account>>('/api/ads/accounts');

    expect(body.items.map(({ accountId }) => accountId)).toEqual(tenant.accountIds);
    expect(body.items.map(({ currency }) => currency).toSorted()).toEqual(['JPY', 'USD']);
    expect(body.items[0]).toMatchObject({
      timeZone: expect.stringContaining('/'),
      usable: true,
      problem: null,
      asOf: expect.any(String),
    });
  });

  it('pages', async () => {
    const pages = await tenant.api.all<Account>('/api/ads/accounts', 1);
    expect(pages.map((page) => page.length)).toEqual([1, 1]);
  });

  it('lists an account without permission with its fix, beside the others', async () => {
    const other = await adTenant(connector());
    const [lost] = other.accountIds;
    await connector().database.query(
      `UPDATE ad_accounts SET accessible = false
       WHERE advertiser_id = '${lost}' AND integration_id = '${other.integrationId}'`,
    );

    const { body } = await other.api.get<PageBody<Account>>('/api/ads/accounts');
    const foreign = await other.api.get<ProblemBody>(`/api/ads/accounts/${lost}`);

    expect(body.items).toHaveLength(2);
    expect(body.items.find(({ accountId }) => accountId === lost)).toMatchObject({
      usable: false,
      problem: { code: 'access_withdrawn', fix: expect.stringContaining('Business Center') },
    });
    expect(body.items.filter(({ usable }) => usable)).toHaveLength(1);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
  });
});

describe('GET /api/ads/accounts/:id', () => {
  it('shows the balance as a decimal text with its currency, and what the account has', async () => {
    const found = await details();

    expect(found).toMatchObject({ usable: true, problem: null });
    expect(found.balance).toMatchObject({
      amount: expect.stringMatching(/^\d+(\.\d+)?$/),
      currency: found.currency,
    });
    expect(ability(found, 'pixels')).toMatchObject({ state: 'yes', count: 1, problem: null });
    expect(ability(found, 'identities')).toMatchObject({ state: 'yes', problem: null });
  });

  it('learns from writes whether Upgraded Smart+ is allowed', async () => {
    const capabilities = connector().app.get(AccountCapabilities, { strict: false });
    const orgContext = connector().app.get(OrgContext);
    const note = (code: string | null) =>
      orgContext.run(tenant.organisationId, 'a test', () =>
        capabilities.note(tenant.accountId, 'smart_plus', code),
      );
    expect(ability(await details(), 'smart_plus')).toMatchObject({ state: 'unknown' });

    await note('40118');
    expect(ability(await details(), 'smart_plus')).toMatchObject({
      state: 'no',
      problem: { code: '40118', fix: expect.stringContaining('allowlist') },
    });

    await note(null);
    expect(ability(await details(), 'smart_plus')).toMatchObject({ state: 'yes', problem: null });
  });

  it('shows a refusal of one question as that answer, with its fix', async () => {
    const rule = { match: 'GET /open_api/v1.3/pixel/list/', kind: 'error_code', code: '40125' };
    await connector().sandbox.fault(rule);
    try {
      const found = await details();

      expect(found.usable).toBe(true);
      expect(ability(found, 'pixels')).toMatchObject({
        state: 'unknown',
        count: null,
        problem: { code: '40125', fix: expect.any(String) },
      });
    } finally {
      await connector().sandbox.clearFaults();
    }
  });

  it('shows the account that TikTok refuses as a problem', async () => {
    const rule = { match: 'GET /open_api/v1.3/advertiser/info/', kind: 'error_code', code: '40001' };
    await connector().sandbox.fault(rule);
    try {
      expect(await details()).toMatchObject({ usable: false, problem: { code: '40001' }, balance: null });
    } finally {
      await connector().sandbox.clearFaults();
    }
  });

  it('explains a suspended account', async () => {
    await connector().sandbox.control(`/business/advertisers/${tenant.accountId}`, {
      status: 'STATUS_LIMIT',
    });
    try {
      expect((await details()).problem).toMatchObject({
        code: 'STATUS_LIMIT',
        reason: expect.stringContaining('suspended'),
      });
    } finally {
      await connector().sandbox.control(`/business/advertisers/${tenant.accountId}`, {
        status: 'STATUS_ENABLE',
      });
    }
  });
});
