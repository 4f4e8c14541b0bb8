import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { seedGroup, type AdsFixture } from '../testing/ads-fixture.js';

describe('POST /__sandbox/business/objects/:id', () => {
  let client: BusinessClient;
  let fixture: AdsFixture;
  beforeEach(async () => {
    client = await BusinessClient.start();
    const { token, ids } = await client.advertiserToken();
    fixture = await seedGroup(client, token, ids[0] ?? '');
  });
  afterEach(() => client.close());

  const change = (id: string, body: Record<string, unknown>) =>
    client.control(`/business/objects/${id}`, body);

  it('changes what a user of Ads Manager may change', async () => {
    await change(fixture.adgroupId, { name: 'renamed', status: 'DISABLE', budget: 140 });

    const group = await fixture.read('/adgroup/get/', { adgroup_ids: [fixture.adgroupId] });
    expect(group).toMatchObject({ adgroup_name: 'renamed', operation_status: 'DISABLE', budget: 140 });
  });

  it.each([
    ['an unknown id', '1', { name: 'x' }, 404],
    ['an unknown status', undefined, { status: 'PAUSE' }, 400],
  ])('refuses %s', async (_case, id, body, status) => {
    expect((await change(id ?? fixture.adId, body)).status).toBe(status);
  });

  it('refuses a budget for an ad, and any change of what is deleted', async () => {
    expect((await change(fixture.adId, { budget: 10 })).status).toBe(400);
    expect((await change(fixture.adId, { status: 'DELETE' })).status).toBe(200);
    expect((await change(fixture.adId, { status: 'ENABLE' })).status).toBe(400);
  });
});
