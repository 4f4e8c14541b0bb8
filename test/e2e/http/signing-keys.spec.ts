import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SigningKeys } from '../../../src/auth/signing-keys.js';
import { IdentityProvider } from '../../support/identity-provider.js';

const MINUTE_MS = 60_000;
let provider: IdentityProvider;
let now: number;
let keys: SigningKeys;

beforeEach(async () => {
  provider = await IdentityProvider.start();
  provider.add('first');
  now = 0;
  keys = new SigningKeys(provider.url, () => now);
});
afterEach(() => provider.close());

describe('SigningKeys', () => {
  it('finds a key that was added later, and fetches unknown ones at most every 10 s', async () => {
    expect(await keys.find('first')).toBeDefined();
    provider.add('second');
    expect(await keys.find('second')).toBeUndefined();
    now += 10_000;
    expect(await keys.find('second')).toBeDefined();
    expect(provider.asked).toBe(2);
  });

  it('requires a key id only if there are several keys', async () => {
    expect(await keys.find(undefined)).toBeDefined();
    provider.add('second');
    now += 11 * MINUTE_MS;
    expect(await keys.find(undefined)).toBeUndefined();
  });

  it('keeps known keys for 1 h of outage, and reports all others as unavailable', async () => {
    await keys.find('first');
    await provider.close();
    now += 30 * MINUTE_MS;
    expect(await keys.find('first')).toBeDefined();
    await expect(keys.find('second')).rejects.toThrow();
    now += 31 * MINUTE_MS;
    await expect(keys.find('first')).rejects.toThrow();
    await provider.open();
    now += 1_000;
    expect(await keys.find('first')).toBeDefined();
  });
});
