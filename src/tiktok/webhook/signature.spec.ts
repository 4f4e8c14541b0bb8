import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isSignedBy, parseSignature } from './signature.js';

const SECRET = 'a-client-secret';
const TIME = '1763800000';
const BODY = Buffer.from('{"event":"post.publish.complete","content":"{\\"publish_id\\":\\"😀\\"}"}');
const OTHER = '0'.repeat(64);

function sign(t: string, body: Buffer, secret = SECRET): string {
  return createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex');
}

function isAccepted(header: string, body = BODY, secrets = [SECRET]): boolean {
  const parsed = parseSignature(header);
  return parsed !== undefined && isSignedBy(secrets, parsed, body);
}

const T = `t=${TIME}`;
const S = `s=${sign(TIME, BODY)}`;

describe('parseSignature', () => {
  it.each([
    undefined,
    '',
    ' ',
    ',',
    '=',
    't=1,s=00',
    T,
    S,
    `t=,${S}`,
    `t=1.5,${S}`,
    `t=1 2,${S}`,
    `t=+1,${S}`,
    `t=-1,${S}`,
    `t=0x1,${S}`,
    `T=1,${S}`,
    `${T},s=`,
    `${T},s`,
    `${T},S=${OTHER}`,
    `${T},s=${'g'.repeat(64)}`,
    `${T},s=${'0'.repeat(63)}`,
    `${T},s=${'0'.repeat(65)}`,
    `${T},s==${OTHER}`,
    `${T};${S}`,
    `t:1,s:${OTHER}`,
    `${T},t=1,${S}`,
    `${T},${S},x=${'y'.repeat(5_000)}`,
  ])('rejects %j', (header) => expect(parseSignature(header)).toBeUndefined());
});

describe('isSignedBy with a header signed by TikTok', () => {
  it('accepts it with any of the secrets, and with no other', () => {
    expect(isAccepted(`${T},${S}`, BODY, ['other', SECRET])).toBe(true);
    expect(isAccepted(`${T},${S}`, BODY, ['other'])).toBe(false);
    expect(isAccepted(`${T},${S}`, BODY, [])).toBe(false);
  });

  it.each([
    ['in the other order', `${S},${T}`],
    ['with blanks', `  ${T} ,\t${S}  `],
    ['with blanks around the equals signs', `t = ${TIME}, s = ${sign(TIME, BODY)}`],
    ['with an unknown element', `v=2,${T},kid=a=b,${S},flag`],
    ['with empty elements', `,${T},,${S},`],
    ['with another signature before it', `${T},s=${OTHER},${S}`],
    ['with another signature after it', `${T},${S},s=${OTHER}`],
    ['with a signature of another kind', `${T},s=v2:abc,${S}`],
    ['among many', `${T},${`s=${OTHER},`.repeat(30)}${S}`],
    ['joined from the same header twice', `${T},${S}, ${T},${S}`],
  ])('accepts it %s', (_how, header) => expect(isAccepted(header)).toBe(true));

  it('accepts it in any order, with any elements in between', () => {
    const element = fc
      .string({ maxLength: 20 })
      .filter((text) => !text.includes(',') && !['t', 's'].includes(text.split('=')[0]?.trim() ?? ''));
    const elements = fc
      .array(element, { maxLength: 5 })
      .chain((more) => fc.shuffledSubarray([T, S, ...more], { minLength: more.length + 2 }));
    fc.assert(fc.property(elements, (parts) => expect(isAccepted(parts.join(','))).toBe(true)));
  });
});

describe('isSignedBy with a forged header', () => {
  it('rejects any made-up header', () => {
    const hex = fc.string({
      unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
      minLength: 64,
      maxLength: 64,
    });
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(T, 't', 's', '=', ' ', `s=${OTHER}`, 's=', S.slice(0, -1), S.slice(2)),
      hex.map((text) => `s=${text}`),
      fc.nat().map((t) => `t=${t}`),
    );
    const header = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(','));
    fc.assert(
      fc.property(header, (text) => expect(isAccepted(text)).toBe(false)),
      { numRuns: 2_000 },
    );
  });

  it('rejects it for every flipped bit of the header', () => {
    const valid = Buffer.from(`${T},${S}`, 'latin1');
    for (let bit = 0; bit < valid.length * 8; bit += 1) {
      const altered = Buffer.from(valid);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(isAccepted(altered.toString('latin1'))).toBe(false);
    }
    expect(isAccepted(`${T},${S.toUpperCase().replace('S', 's')}`)).toBe(false);
  });

  it('rejects it for every altered byte of the body, and for another time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const body = Buffer.from(bytes);
          const signature = sign(TIME, body);
          const altered = Buffer.from(body);
          altered[at % body.length] = (altered[at % body.length] ?? 0) ^ change;
          expect(isAccepted(`t=${TIME},s=${signature}`, altered)).toBe(false);
          expect(isAccepted(`t=1763800001,s=${signature}`, body)).toBe(false);
          expect(isAccepted(`t=0${TIME},s=${signature}`, body)).toBe(false);
        },
      ),
    );
  });
});
