import { describe, expect, it } from '@jest/globals';
import type { RatedCall } from './rated-call.js';
import { recoveryOf, type EarlierRefusals } from './recovery.js';

const now = new Date('2026-11-23T23:00:00Z');
const none: EarlierRefusals = { own: false, others: false };
const own: EarlierRefusals = { own: true, others: false };
const others: EarlierRefusals = { own: false, others: true };
const call = (more: Partial<RatedCall>): RatedCall => ({
  api: 'business',
  path: '/p/',
  credentialId: 'c',
  priority: 'background',
  ...more,
});
const ads = call({ advertiserId: '7' });
const account = call({ path: '/business/get/', accountId: 'a' });
const login = call({ api: 'open', path: '/v2/video/list/' });

const refusal = (code: string, tiktokMessage: string, retryAfterSeconds?: number) => ({
  code,
  tiktokMessage,
  origin: {
    family: 'business' as const,
    path: '/p/',
    httpStatus: 429,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  },
});

describe('recoveryOf', () => {
  const cases: [string, RatedCall, string, string, EarlierRefusals, string, number][] = [
    ['one call too many per second', ads, '40100', 'exceeded its QPS limit', none, 'app', 1],
    ['one call too many per minute, of the app', ads, '40100', 'exceeded its QPM limit', none, 'app', 300],
    ['one call too many per day, until midnight UTC', ads, '40100', 'QPD', none, 'app', 3600],
    ['an unnamed window: the shortest first', ads, '40100', 'Too many requests', none, 'app', 1],
    ['an unnamed window again: the minute', ads, '40100', 'Too many requests', own, 'app', 300],
    ['an unnamed window after another ad account: the minute', ads, '40100', '', others, 'app', 300],
    ['an account at its own limit', account, '40100', 'QPM', none, 'account', 60],
    ['several accounts at once: the app', account, '40100', 'QPM', others, 'app', 300],
    ['too often per advertiser', ads, '40133', '', none, 'advertiser', 1],
    ['too often per advertiser again', ads, '40133', '', own, 'advertiser', 60],
    ['too often at one endpoint', ads, '40016', '', none, 'endpoint', 1],
    ['the open API: one token', login, 'rate_limit_exceeded', '', none, 'account', 60],
    ['the open API: several tokens', login, 'rate_limit_exceeded', '', others, 'endpoint', 60],
    ['a gateway of the open API', login, 'http_429', '', none, 'account', 60],
    ['a gateway of the Business API', ads, 'http_429', '', none, 'advertiser', 1],
  ];

  it.each(cases)('chooses the pause after %s', (_title, of, code, message, earlier, scope, seconds) => {
    expect(recoveryOf(of, refusal(code, message), earlier, now)).toMatchObject({ scope, ms: seconds * 1000 });
  });

  it('blocks no other account for the limit of one', () => {
    const other = call({ path: '/business/get/', accountId: 'b' });
    const limited = refusal('40100', '');
    expect(recoveryOf(account, limited, none, now).key).not.toBe(recoveryOf(other, limited, none, now).key);
  });

  it.each([
    ['rate_limit_exceeded', login],
    ['http_429', login],
    ['40100', ads],
    ['http_429', account],
  ])('pauses after %s for as long as TikTok asks for', (code, of) => {
    expect(recoveryOf(of, refusal(code, 'QPM', 17), none, now).ms).toBe(17_000);
  });
});
