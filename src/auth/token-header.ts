import { parse } from 'lossless-json';

// All headers of a request together may have 16 KB.
const MAX_TOKEN_BYTES = 8 * 1024;
// RFC 9068 calls access tokens at+jwt. Other types, such as logout+jwt, serve other purposes.
const TYPES = /^(application\/)?(at\+)?jwt$/i;

/** The header fields that select the key. Never `jku`, `x5u`, `x5c` or `jwk`, which the sender controls. */
export interface TokenHeader {
  alg: string;
  kid: string | undefined;
}

/**
 * Reads the header of an unverified token.
 * @throws Error that says what is not accepted
 */
export function readHeader(token: string): TokenHeader {
  if (token.length > MAX_TOKEN_BYTES) throw new Error('The token is larger than 8 KB.');
  const parts = token.split('.');
  if (parts.length !== 3) throw new Error('The token is not a JWT with three parts.');
  const [header, claims] = parts.slice(0, 2).map(readPart);
  if (!header || !claims)
    throw new Error('The token is not a well-formed JWT: it is not JSON, or repeats a name.');
  const { alg, kid, typ } = header;
  // RFC 7515 section 4.1.11: a token with an unsupported extension is invalid, and we support none.
  if ('crit' in header)
    throw new Error('The token has the header "crit", but JWT extensions are not supported.');
  if ('b64' in header && header.b64 !== true)
    throw new Error('The token has the header "b64", which is not supported.');
  if (typ !== undefined && !(typeof typ === 'string' && TYPES.test(typ)))
    throw new Error('The token is of another type. The header "typ" must be JWT or at+jwt.');
  if (typeof alg !== 'string') throw new Error('The token has no header "alg".');
  if (kid !== undefined && typeof kid !== 'string')
    throw new Error('The header "kid" of the token is not a string.');
  return { alg, kid };
}

/** Reads an object with unique names. Two readers could each use another one of two equal names. */
function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value = parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
