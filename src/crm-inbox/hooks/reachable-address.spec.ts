import { describe, expect, it } from '@jest/globals';
import { isPrivateHost, isPublicAddress } from './reachable-address.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('accepts %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'example.com',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('isPrivateHost', () => {
  it.each([
    'https://127.0.0.1/x',
    'https://[::1]/',
    'https://localhost/',
    'https://db/',
    'https://2130706433/',
  ])('refuses %s', (url) => expect(isPrivateHost(url)).toBe(true));

  it('accepts a name with a domain', () => expect(isPrivateHost('https://crm.example/hooks')).toBe(false));
});
