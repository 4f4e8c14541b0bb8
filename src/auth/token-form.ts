import { parse } from 'lossless-json';

// The headers of a request together may have 16 KB.
const MAX_TOKEN_BYTES = 8 * 1024;
// RFC 9068 calls access tokens at+jwt. Tokens of another type, such as logout+jwt, are for something else.
const TYPES = /^(application\/)?(at\+)?jwt$/i;

/** The parts of a token's header that choose the key. `jku`, `x5u`, `x5c` and `jwk` never do: the sender controls them. */
export interface TokenHeader {
  alg: string;
  kid: string | undefined;
}

/**
 * Reads the header of a token that nothing has verified yet.
 * @throws Error saying what in its form is not accepted
 */
export function readHeader(token: string): TokenHeader {
  if (token.length > MAX_TOKEN_BYTES) throw new Error('The token is larger than 8 KB.');
  const parts = token.split('.');
  if (parts.length !== 3) throw new Error('The token is not a JWT of three parts.');
  const [header, claims] = parts.slice(0, 2).map(readPart);
  if (!header || !claims)
    throw new Error('The token is not a well-formed JWT: each name may stand once in it.');
  const { alg, kid, typ } = header;
  // RFC 7515 section 4.1.11: a token with an extension that its reader does not know is invalid, and we know none.
  if ('crit' in header)
    throw new Error('The token has the header "crit", and no extension of JWT is supported.');
  if ('b64' in header && header.b64 !== true)
    throw new Error('The token has the header "b64", which is not supported.');
  if (typ !== undefined && !(typeof typ === 'string' && TYPES.test(typ)))
    throw new Error('The token is of another type: the header "typ" must be JWT or at+jwt.');
  if (typeof alg !== 'string') throw new Error('The token has no header "alg".');
  if (kid !== undefined && typeof kid !== 'string')
    throw new Error('The header "kid" of the token is not a text.');
  return { alg, kid };
}

/** Reads an object whose names are unique: of two equal names, two readers may each believe another one. */
function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value = parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
