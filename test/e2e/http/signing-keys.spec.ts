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
  it('finds a key that came later, but asks for unknown ones only every ten seconds', async () => {
    expect(await keys.find('first')).toBeDefined();
    provider.add('second');
    expect(await keys.find('second')).toBeUndefined();
    now += 10_000;
    expect(await keys.find('second')).toBeDefined();
    expect(provider.asked).toBe(2);
  });

  it('needs no id when there is one key, and wants one when there are more', async () => {
    expect(await keys.find(undefined)).toBeDefined();
    provider.add('second');
    now += 11 * MINUTE_MS;
    expect(await keys.find(undefined)).toBeUndefined();
  });

  it('keeps known keys for an hour of outage, and says so about all others', async () => {
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
