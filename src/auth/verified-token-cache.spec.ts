import { describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.js';
import { VerifiedTokenCache } from './verified-token-cache.js';

const NOW = Date.parse('2026-11-28T12:00:00Z');
let now = NOW;

function caller(endsIn: number): Caller {
  return { userId: 'u', role: 'viewer', organisationIds: ['o'], expiresAt: new Date(NOW + endsIn) };
}

function cacheWith(endsIn: number): VerifiedTokenCache {
  now = NOW;
  const tokens = new VerifiedTokenCache(() => now);
  tokens.keep('token', caller(endsIn));
  return tokens;
}

describe('VerifiedTokenCache', () => {
  it('remembers a token for a minute', () => {
    const tokens = cacheWith(3_600_000);

    now = NOW + 59_999;
    expect(tokens.find('token')).toMatchObject({ userId: 'u' });
    now = NOW + 60_000;
    expect(tokens.find('token')).toBeUndefined();
  });

  it('forgets a token when it expires', () => {
    const tokens = cacheWith(5_000);

    now = NOW + 4_999;
    expect(tokens.find('token')).toBeDefined();
    now = NOW + 5_000;
    expect(tokens.find('token')).toBeUndefined();
  });

  it('does not match other tokens, or tokens with the same beginning', () => {
    const tokens = cacheWith(5_000);

    for (const other of ['', 'toke', 'token2', 'Token']) expect(tokens.find(other)).toBeUndefined();
  });

  it('limits the number of tokens', () => {
    const tokens = cacheWith(5_000);

    for (let n = 0; n < 2_000; n += 1) tokens.keep(`token-${n}`, caller(5_000));

    expect(tokens.find('token')).toBeUndefined();
    expect(tokens.find('token-1999')).toBeDefined();
  });
});
