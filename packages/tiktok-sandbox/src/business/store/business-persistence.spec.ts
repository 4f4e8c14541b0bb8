import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedGroup } from '../testing/ads-fixture.js';
import { BusinessClient } from '../testing/business-client.js';

describe('the Business half of a world kept in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has the same tokens and objects after a restart, and ends the review that was under way', async () => {
    const options = { dataFile: path.join(folder, 'world.json'), business: { reviewMs: 600_000 } };
    const first = await BusinessClient.start(options);
    const { token, ids } = await first.advertiserToken();
    const account = await first.accountToken();
    const advertiser_id = ids[0] ?? '';
    const { adId } = await seedGroup(first, token, advertiser_id);
    await first.close();

    const second = await BusinessClient.start(options);
    await second.advance(600);
    const query = { advertiser_id, filtering: { ad_ids: [adId] } };
    const { data } = await second.get<{ list: object[] }>('/ad/get/', query, token);
    expect(data.list).toEqual([expect.objectContaining({ secondary_status: 'AD_STATUS_DELIVERY_OK' })]);
    const profile = await second.get('/business/get/', { business_id: account.businessId }, account.token);
    expect(profile.code).toBe(0);
    await second.close();
  });
});
