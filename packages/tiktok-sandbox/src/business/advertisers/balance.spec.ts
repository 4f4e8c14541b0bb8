import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { OWNER_BC_ID } from './identity-list.js';

type Row = Record<string, unknown>;

describe('the balance of ad accounts', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const read = async (more: Row = {}, bc_id = OWNER_BC_ID) =>
    client.get<{ advertiser_account_list: Row[]; page_info: Row }>(
      '/advertiser/balance/get/',
      { bc_id, ...more },
      token,
    );
  const one = async (more: Row = {}) =>
    (await read({ filtering: { keyword: advertiser_id }, ...more })).data.advertiser_account_list[0];
  const setBalance = (balance: number) =>
    client.control(`/business/advertisers/${advertiser_id}`, { balance });
  const delivering = async (status: string) =>
    (
      await client.get<{ page_info: Row }>(
        '/ad/get/',
        { advertiser_id, filtering: { secondary_status: status } },
        token,
      )
    ).data.page_info['total_number'];

  it('lists the ad accounts of the Business Center, and refuses another one', async () => {
    const { data } = await read();
    expect(data.advertiser_account_list).toHaveLength(2);
    expect(data.advertiser_account_list[0]).toMatchObject({
      advertiser_id,
      currency: 'USD',
      account_balance: 100_000,
      balance_reminder: false,
      budget_mode: 'UNLIMITED',
    });
    expect(data.advertiser_account_list[0]).not.toHaveProperty('balance_info');
    expect((await read({}, '7200000000000000009')).code).toBe(40_001);
    expect((await read({ page_size: 51 })).code).toBe(40_002);
  });

  it('answers further fields when they are asked for', async () => {
    expect(await one()).toHaveProperty('transferable_amount', 100_000);
    const fields = ['balance_info', 'min_transferable_amount'];
    expect(await one({ fields })).not.toHaveProperty('min_transferable_amount');
    expect(await one({ fields, page_size: 1 })).toMatchObject({
      balance_info: { cash_balance: 100_000, credit_balance: 0 },
      min_transferable_amount: { cash_amount: '0' },
    });
    expect((await read({ fields: ['luck'] })).code).toBe(40_002);
  });

  it('follows the control, and an empty balance stops delivery', async () => {
    await setBalance(49);
    expect(await one()).toMatchObject({ valid_cash_balance: 49, balance_reminder: true });
    expect(await delivering('AD_STATUS_DELIVERY_OK')).toBe(8);
    await setBalance(0);
    expect(await delivering('AD_STATUS_BALANCE_EXCEED')).toBe(8);
    await setBalance(500);
    expect(await delivering('AD_STATUS_DELIVERY_OK')).toBe(8);
  });
});
