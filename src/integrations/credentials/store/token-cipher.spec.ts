import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../../../config/index.js';
import { TokenCipher } from './token-cipher.js';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const cipherWith = (...keys: ReturnType<typeof key>[]) =>
  new TokenCipher({ encryptionKeys: keys } as unknown as AppConfig);
const place = { recordId: '0197', field: 'access_token' };

describe('TokenCipher', () => {
  it('decrypts what it encrypted, and encrypts differently each time', () => {
    const cipher = cipherWith(key('a', 1));
    const [one, two] = [cipher.encrypt('act.secret😀', place), cipher.encrypt('act.secret😀', place)];
    expect(cipher.decrypt(one, place)).toBe('act.secret😀');
    expect(one).not.toBe(two);
    expect(one).not.toContain('secret');
  });

  it('decrypts old records after a newer key was added', () => {
    const record = cipherWith(key('old', 1)).encrypt('x', place);
    const rotated = cipherWith(key('new', 2), key('old', 1));
    expect(rotated.decrypt(record, place)).toBe('x');
    expect(rotated.encrypt('x', place)).toMatch(/^v1\.new\./);
  });

  it('rejects a record that was moved, altered or cut, or whose key is unknown', () => {
    const cipher = cipherWith(key('a', 1));
    const record = cipher.encrypt('x', place);
    expect(() => cipher.decrypt(record, { ...place, field: 'refresh_token' })).toThrow();
    expect(() => cipher.decrypt(record, { ...place, recordId: '0198' })).toThrow();
    expect(() => cipher.decrypt(record.slice(0, -2), place)).toThrow();
    expect(() => cipherWith(key('b', 1)).decrypt(record, place)).toThrow('no key "a"');
    expect(() => cipher.decrypt('', place)).toThrow();
  });
});
