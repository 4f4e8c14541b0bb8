import { describe, expect, it } from '@jest/globals';
import { isPrivateHost, isPublicAddress } from './public-address.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '::ffff:808:808'])(
    'accepts %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
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
    'fe80::1%eth0',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    'example.com',
    '',
  ])('refuses %j', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('isPrivateHost', () => {
  it.each([
    'https://127.0.0.1/x',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://localhost/',
    'https://localhost./',
    'https://crm.localhost/',
    'https://db/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
  ])('refuses %s', (url) => expect(isPrivateHost(new URL(url))).toBe(true));

  it.each(['https://crm.example/hooks', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'])(
    'accepts %s',
    (url) => expect(isPrivateHost(new URL(url))).toBe(false),
  );
});
