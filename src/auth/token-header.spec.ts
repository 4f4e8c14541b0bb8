import { describe, expect, it } from '@jest/globals';
import { readHeader } from './token-header.js';

const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'first' };
const CLAIMS = '{"sub":"u","exp":1900000000}';

function token(header: object | string, claims = CLAIMS): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  return [text, claims].map((part) => Buffer.from(part).toString('base64url')).join('.') + '.c2ln';
}

describe('readHeader', () => {
  it.each([
    HEADER,
    { alg: 'RS256' },
    { ...HEADER, typ: 'at+jwt' },
    { ...HEADER, typ: 'application/jwt' },
    { ...HEADER, b64: true },
    { ...HEADER, jku: 'https://evil.example/keys', x5u: 'https://evil.example', jwk: { kty: 'oct' } },
  ])('reads algorithm and key id of %j', (header) => {
    const { alg, kid } = header as Partial<typeof HEADER>;
    expect(readHeader(token(header))).toEqual({ alg, kid });
  });

  it.each<[string, string, RegExp]>([
    ['with an empty crit', token({ ...HEADER, crit: [] }), /"crit"/],
    ['with a crit that names an extension', token({ ...HEADER, crit: ['exp'] }), /"crit"/],
    ['with crit null', token({ ...HEADER, crit: null }), /"crit"/],
    ['with an unencoded payload', token({ ...HEADER, b64: false }), /"b64"/],
    ['of another type', token({ ...HEADER, typ: 'logout+jwt' }), /another type/],
    ['whose type is not a string', token({ ...HEADER, typ: ['JWT'] }), /another type/],
    ['without an algorithm', token({ typ: 'JWT' }), /"alg"/],
    ['whose algorithm is a list', token({ ...HEADER, alg: ['RS256'] }), /"alg"/],
    ['whose key id is an object', token({ ...HEADER, kid: { a: 1 } }), /"kid"/],
    ['whose key id is null', token({ ...HEADER, kid: null }), /"kid"/],
    ['with two algorithms', token('{"alg":"RS256","alg":"none"}'), /well-formed/],
    ['with two users', token(HEADER, '{"sub":"a","sub":"b"}'), /well-formed/],
    ['whose claims are a list', token(HEADER, '[]'), /well-formed/],
    ['whose claims are not JSON', token(HEADER, 'hello'), /well-formed/],
    ['with two parts', 'e30.e30', /three parts/],
    ['with five parts', 'e30.e30.e30.e30.e30', /three parts/],
    ['larger than 8 KB', token(HEADER, JSON.stringify({ sub: 'x'.repeat(9_000) })), /8 KB/],
  ])('rejects a token %s', (_name, given, reason) => {
    expect(() => readHeader(given)).toThrow(reason);
  });
});
