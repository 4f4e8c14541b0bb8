import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppConfig } from '../../config/index.js';
import { memoryGovernor } from '../testing/memory-governor.js';
import { SPEC_CONFIG } from '../testing/scripted-transport.js';
import { TikTokApiError, TikTokNetworkError, TikTokRateLimitedError } from '../http/tiktok-errors.js';
import { RateBudgetError } from './rate-budget.error.js';
import type { RatedCall } from './rated-call.js';

const creatorInfo: RatedCall = {
  api: 'open',
  path: '/v2/post/publish/creator_info/query/',
  credentialId: 'c1',
  priority: 'background',
};
const ads: RatedCall = {
  api: 'business',
  path: '/campaign/get/',
  credentialId: 'c1',
  advertiserId: '7',
  priority: 'background',
};
const origin = { family: 'business' as const, path: '/campaign/get/', httpStatus: 200 };
const limited = (message: string) => () =>
  Promise.reject(new TikTokRateLimitedError('40100', message, origin));
const refused = () => Promise.reject(new TikTokApiError('40118', 'no access', origin));
const ok = () => Promise.resolve('ok');
const later = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

async function refusalOf(call: Promise<unknown>): Promise<RateBudgetError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RateBudgetError);
  return error as RateBudgetError;
}

describe('RateGovernor', () => {
  let governor = memoryGovernor(SPEC_CONFIG);
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-23T22:00:00Z') });
    governor = memoryGovernor(SPEC_CONFIG);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('admits twenty calls of a token, and the next one when the first is a minute old', async () => {
    for (let i = 0; i < 20; i += 1) await governor.run(creatorInfo, ok);
    await later(10);
    const send = jest.fn(ok);
    const refusal = await refusalOf(governor.run(creatorInfo, send));
    expect(send).not.toHaveBeenCalled();
    expect(refusal).toMatchObject({ status: 429, scope: 'account', retryAfterSeconds: 51 });
    expect(refusal.message).toBe(
      "TikTok's limit of 20 calls per minute for this account at this endpoint is used up. Try again in 51 s.",
    );
    await expect(governor.run({ ...creatorInfo, credentialId: 'c2' }, ok)).resolves.toBe('ok');
    await later(51);
    await expect(governor.run(creatorInfo, ok)).resolves.toBe('ok');
  });

  it('does not count a call that never left', async () => {
    const unsent = () =>
      Promise.reject(new TikTokNetworkError(creatorInfo.path, false, new Error('refused')));
    for (let i = 0; i < 40; i += 1)
      await expect(governor.run(creatorInfo, unsent)).rejects.toBeInstanceOf(TikTokNetworkError);
    await expect(governor.run(creatorInfo, ok)).resolves.toBe('ok');
  });

  it.each([
    ['QPS', 1],
    ['QPM', 300],
    ['QPD', 7200],
  ])('pauses calls after TikTok refused one by its %s limit, for %i s', async (window, seconds) => {
    const refusal = await refusalOf(governor.run(ads, limited(`exceeded its ${window} limit`)));
    expect(refusal.retryAfterSeconds).toBe(seconds);
    expect(refusal.cause).toBeInstanceOf(TikTokRateLimitedError);
    const send = jest.fn(ok);
    await refusalOf(governor.run({ ...ads, advertiserId: '8' }, send));
    expect(send).not.toHaveBeenCalled();
    await later(seconds);
    await expect(governor.run(ads, ok)).resolves.toBe('ok');
  });

  it('pauses for as long as a gateway asks for, and only the calls concerned', async () => {
    const gateway = { family: 'connector' as const, path: ads.path, httpStatus: 429, retryAfterSeconds: 17 };
    const slowDown = () =>
      Promise.reject(new TikTokRateLimitedError('http_429', 'a gateway answered', gateway));
    for (const call of [ads, creatorInfo]) {
      const refusal = await refusalOf(governor.run(call, slowDown));
      expect(refusal).toMatchObject({ status: 429, retryAfterSeconds: 17 });
      const send = jest.fn(ok);
      await refusalOf(governor.run({ ...call, priority: 'interactive' }, send));
      expect(send).not.toHaveBeenCalled();
    }
    await expect(governor.run({ ...ads, advertiserId: '8' }, ok)).resolves.toBe('ok');
    await later(17);
    await expect(governor.run(ads, ok)).resolves.toBe('ok');
  });

  it('keeps the daily limit of an endpoint, and starts again at midnight UTC', async () => {
    const task = { ...ads, path: '/report/task/create/' };
    const limit = 4_500 - 90; // the rest is reserved for interactive calls
    for (let i = 0; i < limit; i += 1) {
      await governor.run(task, ok);
      await later(1.2);
    }
    const refusal = await refusalOf(governor.run(task, ok));
    expect(refusal.message).toContain('4500 calls per day (UTC)');
    await later(refusal.retryAfterSeconds);
    expect(new Date().toISOString()).toMatch(/^2026-11-24T00:00:0/);
    await expect(governor.run(task, ok)).resolves.toBe('ok');
  });

  it('pauses all calls when TikTok restricts the app, then lets a probe out', async () => {
    for (const advertiserId of ['1', '2', '3'])
      await expect(governor.run({ ...ads, advertiserId }, refused)).rejects.toThrow('40118');
    const refusal = await refusalOf(governor.run(ads, ok));
    expect(refusal).toMatchObject({ scope: 'app', retryAfterSeconds: 300 });
    await expect(governor.run(creatorInfo, ok)).resolves.toBe('ok');
    await later(300);
    await expect(governor.run(ads, ok)).resolves.toBe('ok');
    await expect(governor.run(ads, ok)).resolves.toBe('ok');
  });

  it('does nothing when it is switched off', async () => {
    const config = new AppConfig({
      ...SPEC_CONFIG,
      tiktok: { ...SPEC_CONFIG.tiktok, keepsRateLimits: false },
    });
    const off = memoryGovernor(config);
    for (let i = 0; i < 40; i += 1) await off.run(creatorInfo, ok);
    await expect(off.run(creatorInfo, limited('QPM'))).rejects.toBeInstanceOf(TikTokRateLimitedError);
  });
});
