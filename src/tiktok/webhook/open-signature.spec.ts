import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isOpenSignedBy } from './open-signature.js';

const SECRET = 'an-app-secret';
const sign = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text).digest('hex');

describe('isOpenSignedBy', () => {
  it('accepts the signature of the escaped body', () => {
    const body = Buffer.from('{"ad_name":"é 漢 🎉"}');
    const header = sign(String.raw`{"ad_name":"\u00e9 \u6f22 \ud83c\udf89"}`);
    expect(isOpenSignedBy(SECRET, header, body)).toBe(true);
  });

  it('refuses another secret, another body, and what is no signature', () => {
    const body = Buffer.from('{"object":3}');
    expect(isOpenSignedBy(SECRET, sign('{"object":3}'), body)).toBe(true);
    expect(isOpenSignedBy(SECRET, sign('{"object":3}', 'other'), body)).toBe(false);
    expect(isOpenSignedBy(SECRET, sign('{"object":2}'), body)).toBe(false);
    for (const header of [undefined, '', 'x', sign('{"object":3}').toUpperCase(), 'g'.repeat(64)])
      expect(isOpenSignedBy(SECRET, header, body)).toBe(false);
  });
});
