import { describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.js';
import { VerifiedTokens } from './verified-tokens.js';

const NOW = Date.parse('2026-11-28T12:00:00Z');
let now = NOW;

function caller(endsIn: number): Caller {
  return { userId: 'u', role: 'viewer', organisationIds: ['o'], expiresAt: new Date(NOW + endsIn) };
}

function remembering(endsIn: number): VerifiedTokens {
  now = NOW;
  const tokens = new VerifiedTokens(() => now);
  tokens.keep('token', caller(endsIn));
  return tokens;
}

describe('VerifiedTokens', () => {
  it('knows a token for a minute', () => {
    const tokens = remembering(3_600_000);

    now = NOW + 59_999;
    expect(tokens.find('token')).toMatchObject({ userId: 'u' });
    now = NOW + 60_000;
    expect(tokens.find('token')).toBeUndefined();
  });

  it('forgets a token at its own end', () => {
    const tokens = remembering(5_000);

    now = NOW + 4_999;
    expect(tokens.find('token')).toBeDefined();
    now = NOW + 5_000;
    expect(tokens.find('token')).toBeUndefined();
  });

  it('knows no other token, and no token that merely begins alike', () => {
    const tokens = remembering(5_000);

    for (const other of ['', 'toke', 'token2', 'Token']) expect(tokens.find(other)).toBeUndefined();
  });

  it('keeps a bounded number of tokens', () => {
    const tokens = remembering(5_000);

    for (let n = 0; n < 2_000; n += 1) tokens.keep(`token-${n}`, caller(5_000));

    expect(tokens.find('token')).toBeUndefined();
    expect(tokens.find('token-1999')).toBeDefined();
  });
});
