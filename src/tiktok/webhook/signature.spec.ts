import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isSignedBy, parseSignature } from './signature.js';

const secret = 'a-client-secret';
const sign = (t: string, body: Buffer) =>
  createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex');

describe('webhook signature', () => {
  it('accepts what TikTok signs, with any of the configured secrets', () => {
    const body = Buffer.from('{"event":"post.publish.complete","content":"{\\"publish_id\\":\\"😀\\"}"}');
    const header = parseSignature(`t=1763800000,s=${sign('1763800000', body)}`);
    expect(header && isSignedBy(['other', secret], header, body)).toBe(true);
    expect(header && isSignedBy(['other'], header, body)).toBe(false);
  });

  it.each([
    undefined,
    '',
    't=1,s=00',
    's=00,t=1',
    `t=,s=${'0'.repeat(64)}`,
    `t=1,s=${'g'.repeat(64)}`,
    `t=-1,s=${'0'.repeat(64)}`,
  ])('cannot parse %j', (header) => expect(parseSignature(header)).toBeUndefined());

  it('refuses every altered byte, of the body and of the time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const body = Buffer.from(bytes);
          const header = parseSignature(`t=1763800000,s=${sign('1763800000', body)}`);
          const altered = Buffer.from(body);
          altered[at % body.length] = (altered[at % body.length] ?? 0) ^ change;
          expect(header && isSignedBy([secret], header, altered)).toBe(false);
          expect(header && isSignedBy([secret], { ...header, timestamp: '1763800001' }, body)).toBe(false);
        },
      ),
    );
  });
});
