import { describe, expect, it } from '@jest/globals';
import { toCaller } from './token-claims.js';

const claims = { sub: 'u', orgs: ['a', 'b'], role: 'editor', exp: 1_900_000_000 };

describe('toCaller', () => {
  it('reads user, organisations and role', () => {
    expect(toCaller(claims)).toEqual({ userId: 'u', organisationIds: ['a', 'b'], role: 'editor' });
  });

  it('takes a caller without a role for a viewer', () => {
    expect(toCaller({ ...claims, role: undefined })?.role).toBe('viewer');
  });

  it.each([
    { ...claims, sub: '' },
    { ...claims, sub: 'a\0b' },
    { ...claims, sub: 'a\ud83d' },
    { ...claims, orgs: ['a', '\ude00'] },
    { ...claims, orgs: 'a' },
    { ...claims, orgs: ['a', 7] },
    { ...claims, role: 'root' },
    { ...claims, exp: undefined },
  ])('refuses %j', (broken) => expect(toCaller(broken)).toBeUndefined());
});
