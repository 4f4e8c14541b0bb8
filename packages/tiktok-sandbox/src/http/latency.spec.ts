import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../business/testing/business-client.js';
import { latencyIn, latencyText } from './latency.js';

async function took(call: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
}

describe('latencyIn', () => {
  it.each([
    ['0', 0],
    ['900', 900],
    ['800-1300', [800, 1300]],
    ['1300-800', undefined],
    ['slow', undefined],
    ['70000', undefined],
  ])('reads %s as %j', (text, latency) => {
    expect(latencyIn(text)).toEqual(latency);
    if (latency !== undefined) expect(latencyText(latency as number)).toBe(text);
  });
});

describe('the latency', () => {
  let client: BusinessClient;
  beforeEach(async () => {
    client = await BusinessClient.start({ latencyMs: 60 });
  });
  afterEach(() => client.close());

  const open = () => client.sandbox.send('GET', '/v2/user/info/?fields=open_id');
  const business = () => client.sandbox.send('GET', '/open_api/v1.3/campaign/get/');
  const set = async (latencyMs: unknown) => (await client.control('/settings', { latencyMs })).json;

  it('applies to both APIs, and not to the sandbox itself', async () => {
    // Timers may fire slightly early.
    expect(await took(open)).toBeGreaterThan(55);
    expect(await took(business)).toBeGreaterThan(55);
    await client.control('/settings', { latencyMs: 5_000 });
    expect(await took(() => client.control('/state', {}, 'GET'))).toBeLessThan(4_000);
    expect(await took(() => client.sandbox.authorize())).toBeLessThan(4_000);
  });

  it('may be a range, as numbers or text, and nothing else', async () => {
    expect(await set('20-40')).toMatchObject({ latencyMs: [20, 40] });
    expect(await took(open)).toBeGreaterThan(18);
    expect(await set([10, 20])).toMatchObject({ latencyMs: [10, 20] });
    expect(await set(0)).toMatchObject({ latencyMs: 0 });
    for (const bad of [-1, 'slow', [5], [5, 1], {}, null])
      expect(await set(bad)).toMatchObject({ error: expect.stringContaining('latencyMs') });
  });

  it('keeps a caller that waits for responses below ten calls a second', async () => {
    await client.control('/settings', { latencyMs: 110, business: { appRateLimits: true } });
    const { token, ids } = await client.advertiserToken();
    const codes: number[] = [];
    for (let call = 0; call < 12; call += 1)
      codes.push((await client.get('/campaign/get/', { advertiser_id: ids[0] }, token)).code);
    expect(new Set(codes)).toEqual(new Set([0]));
  });
});
