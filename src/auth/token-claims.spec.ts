import { describe, expect, it } from '@jest/globals';
import { toCaller } from './token-claims.js';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const DAY_SECONDS = 86_400;
const exp = NOW / 1000 + 600;
const claims = { sub: 'u', orgs: ['a', 'b'], role: 'editor', exp };

describe('toCaller', () => {
  it('reads user, organisations, role and expiry', () => {
    expect(toCaller(claims, NOW)).toEqual({
      userId: 'u',
      organisationIds: ['a', 'b'],
      role: 'editor',
      expiresAt: new Date('2026-11-28T12:10:00Z'),
    });
  });

  it('reads the name of the user', () => {
    expect(toCaller({ ...claims, name: 'Lena Krause' }, NOW)?.userName).toBe('Lena Krause');
  });

  it.each([7, '', 'a\0b', 'a\ud83d', 'x'.repeat(201)])(
    'accepts a caller without the unusable name %j',
    (name) => {
      expect(toCaller({ ...claims, name }, NOW)).toEqual(toCaller(claims, NOW));
    },
  );

  it('treats a caller without a role as a viewer', () => {
    expect(toCaller({ ...claims, role: undefined }, NOW)?.role).toBe('viewer');
  });

  it.each([undefined, 0, NOW / 1000, NOW / 1000 + 299.5])('accepts a token issued at %j', (iat) => {
    expect(toCaller({ ...claims, iat }, NOW)).toBeDefined();
  });

  it.each([
    { ...claims, sub: '' },
    { ...claims, sub: 'a\0b' },
    { ...claims, sub: 'a\ud83d' },
    { ...claims, orgs: ['a', '\ude00'] },
    { ...claims, orgs: 'a' },
    { ...claims, orgs: ['a', 7] },
    { ...claims, role: 'root' },
    { ...claims, role: ['admin'] },
    { ...claims, role: 'constructor' },
    { ...claims, exp: undefined },
    { ...claims, exp: String(exp) },
    { ...claims, exp: exp * 1000 },
    { ...claims, exp: exp + 3651 * DAY_SECONDS },
    { ...claims, exp: Infinity },
    { ...claims, exp: NaN },
    { ...claims, iat: NOW / 1000 + 301 },
    { ...claims, iat: NOW },
    { ...claims, iat: String(NOW / 1000) },
    { ...claims, iat: null },
  ])('rejects %j', (broken) => expect(toCaller(broken, NOW)).toBeUndefined());
});
