import { describe, expect, it } from '@jest/globals';
import { callerAddress, callLimit } from './call-limit.js';

describe('callerAddress', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (ip, address) => expect(callerAddress(ip)).toBe(address));

  it('counts closed connections together', () => expect(callerAddress(undefined)).toBe(''));
});

describe('callLimit', () => {
  it('has a key per caller and kind that does not contain the caller', () => {
    const keys = [
      callLimit('reads', ['acme', 'lena@example.com'], '', 1),
      callLimit('reads', ['acme,lena', '@example.com'], '', 1),
      callLimit('writes', ['acme', 'lena@example.com'], '', 1),
    ].map(([limit]) => limit?.key);

    expect(new Set(keys).size).toBe(3);
    expect(keys.join()).not.toContain('lena');
  });

  it('is empty if no limit is set', () => expect(callLimit('reads', ['acme'], '', 0)).toEqual([]));
});
