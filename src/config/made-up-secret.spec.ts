import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isMadeUpSecret, isPlaceholder } from './made-up-secret.js';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = `${LOWER}${LOWER.toUpperCase()}0123456789`;
const from = (set: string, length: number) =>
  Array.from({ length }, () => set[randomInt(set.length)] ?? '').join('');

describe('isMadeUpSecret', () => {
  it.each<[string, () => string]>([
    ['hex of 32 characters', () => randomBytes(16).toString('hex')],
    ['hex of 64 characters', () => randomBytes(32).toString('hex').toUpperCase()],
    ['hex of 2,048 characters', () => randomBytes(1024).toString('hex')],
    ['base64', () => randomBytes(24 + randomInt(40)).toString('base64')],
    ['base64url', () => randomBytes(24 + randomInt(40)).toString('base64url')],
    ['32 letters and digits', () => from(ALNUM, 32)],
    ['32 to 128 letters and digits', () => from(ALNUM, 32 + randomInt(96))],
    ['32 small letters', () => from(LOWER, 32)],
    ['base32', () => from(`${LOWER.toUpperCase()}234567`, 32)],
    ['a UUID', () => randomUUID()],
    ['two UUIDs', () => randomUUID() + randomUUID()],
  ])('accepts random %s', (_kind, make) => {
    const refused = Array.from({ length: 2_000 }, make).filter(isMadeUpSecret);
    expect(refused).toEqual([]);
  });

  it.each([
    'a'.repeat(40),
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz123456',
    'ZYXWVUTSRQPONMLKJIHGFEDCBA987654',
    'changemechangemechangemechangeme',
    'change-me-please-change-me-please-12345',
    'your-256-bit-secret-your-256-bit-secret',
    'a-string-secret-at-least-256-bits-long',
    'correct horse battery staple correct horse',
    'my-super-secret-jwt-key-for-production-2026',
    'ThisIsMyVeryLongSecretThatIsAtLeast32Chars',
    'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
    'password123password123password123',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    '1q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y',
    'tiktok-connector-secret-tiktok-connector',
    'HS256 secret, at least 32 characters',
  ])('refuses %s', (secret) => {
    expect(isMadeUpSecret(secret)).toBe(true);
  });
});

describe('isPlaceholder', () => {
  it.each(['changeme', 'CHANGE-ME!', 'xxx', 'xxxxxxxx', 'your-client-secret', '<client secret>', 'TODO'])(
    'recognises %s',
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it('accepts TikTok’s secrets, those of the sandbox, and short words', () => {
    for (const text of ['sandbox-client-secret', 'secret', 'key', 'prod-client-key', '123456'])
      expect(isPlaceholder(text)).toBe(false);
    const real = [() => from(ALNUM, 32), () => randomBytes(20).toString('hex'), () => from(LOWER, 18)];
    for (const make of real) expect(Array.from({ length: 2_000 }, make).filter(isPlaceholder)).toEqual([]);
  });
});
