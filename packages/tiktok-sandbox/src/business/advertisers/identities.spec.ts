import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { OWNER_BC_ID } from './identity-list.js';

type Row = Record<string, unknown>;

const KEYS = `
  ads_only_mode available_status can_manage_message can_pull_video can_push_video can_use_live_ads display_name
  identity_authorized_bc_id identity_id identity_type is_gpppa profile_image username`
  .trim()
  .split(/\s+/);

describe('advertisers and identities', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const list = async (more: Row = {}) =>
    (await client.get<{ identity_list: Row[] }>('/identity/get/', { advertiser_id, ...more }, token)).data
      .identity_list;
  const info = (more: Row) =>
    client.get<{ identity_info: Row }>('/identity/info/', { advertiser_id, ...more }, token);

  it('answers every documented field of an advertiser, by default and when asked', async () => {
    const advertiser_ids = [advertiser_id];
    const fields = `advertiser_account_type license_province license_city promotion_center_province
      promotion_center_city can_use_custom_identity`.split(/\s+/);
    const read = async (more: Row) =>
      (await client.get<{ list: Row[] }>('/advertiser/info/', { advertiser_ids, ...more }, token)).data
        .list[0];
    const asked = await read({ fields });
    expect(asked).toEqual({
      advertiser_account_type: 'AUCTION',
      license_province: null,
      license_city: null,
      promotion_center_province: null,
      promotion_center_city: null,
      can_use_custom_identity: true,
    });
    expect(await read({})).toMatchObject(asked ?? {});
  });

  it('lists identities with the live keys, and asks nothing of custom ones', async () => {
    const rows = await list();
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(KEYS);
    expect(rows.find((row) => row['identity_type'] === 'CUSTOMIZED_USER')).toMatchObject({
      can_pull_video: null,
      can_push_video: null,
      can_use_live_ads: null,
      can_manage_message: null,
      available_status: null,
      username: null,
    });
    expect(rows.find((row) => row['identity_type'] === 'TT_USER')).toMatchObject({
      can_pull_video: true,
      can_manage_message: false,
      available_status: 'AVAILABLE',
      username: 'demo',
      identity_authorized_bc_id: null,
    });
  });

  it('knows the accounts of its Business Center, and none of another', async () => {
    const ask = (identity_authorized_bc_id: string) =>
      list({ identity_type: 'BC_AUTH_TT', identity_authorized_bc_id });
    const [own] = await ask(OWNER_BC_ID);
    expect(own).toMatchObject({ identity_type: 'BC_AUTH_TT', identity_authorized_bc_id: OWNER_BC_ID });
    expect(await ask('7200000000000000009')).toEqual([]);
    expect(await list({ identity_type: 'AUTH_CODE' })).toEqual([]);
    const nameless = { advertiser_id, identity_type: 'BC_AUTH_TT' };
    expect((await client.get('/identity/get/', nameless, token)).code).toBe(40_002);
  });

  it('shows one identity, and lets a custom one be made and deleted', async () => {
    const made = await client.post('/identity/create/', { advertiser_id, display_name: 'Brand' }, token);
    const one = { identity_id: made.data['identity_id'], identity_type: 'CUSTOMIZED_USER' };
    const { data } = await info(one);
    expect(data.identity_info).toMatchObject({ ...one, display_name: 'Brand', can_pull_video: null });
    expect(data.identity_info).toHaveProperty('profile_image_url');
    expect(data.identity_info).not.toHaveProperty('profile_image');
    const remove = (identity_id: unknown) =>
      client.post('/identity/delete/', { advertiser_id, identity_id }, token);
    expect(await remove(one.identity_id)).toMatchObject({ code: 0, data: {} });
    expect((await info(one)).code).toBe(40_007);
    const [account] = await list({ identity_type: 'TT_USER' });
    expect((await remove(account?.['identity_id'])).code).toBe(40_007);
  });
});
