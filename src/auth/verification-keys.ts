import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Algorithm } from 'jsonwebtoken';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { ConfigError, type AppConfig } from '../config/index.js';
import { SigningKeys } from './signing-keys.js';
import type { TokenHeader } from './token-header.js';

/** Finds the keys that verify tokens. */
export interface VerificationKeys {
  /** Derived from the kind of key, never from the token, so that a public key is never used as an HMAC secret. */
  algorithms: Algorithm[];
  /** @throws UnauthenticatedError, UnavailableError */
  find(header: TokenHeader): Promise<KeyObject> | KeyObject;
}

/** Returns the keys of the identity provider, or the shared secret. */
export function verificationKeys({ jwksUrl, secret = '' }: AppConfig['jwt']): VerificationKeys {
  return jwksUrl ? publicKeys(new SigningKeys(jwksUrl)) : sharedSecret(secret);
}

/** Creates one key object for all tokens. Given a string, jsonwebtoken would try to parse it as a public key each time. */
function sharedSecret(secret: string): VerificationKeys {
  // A public key is not secret, so anyone could sign with it.
  if (secret.includes('-----BEGIN'))
    throw new ConfigError(['JWT_SECRET: is a PEM key; for RS256 or ES256, set JWT_JWKS_URL instead']);
  const key = createSecretKey(Buffer.from(secret));
  return { algorithms: ['HS256'], find: () => key };
}

function publicKeys(keys: SigningKeys): VerificationKeys {
  const algorithms: Algorithm[] = ['RS256', 'ES256'];
  const find = async ({ alg, kid }: TokenHeader) => {
    // Other algorithms cannot match any key of the provider, so it is not queried.
    const key = algorithms.some((one) => one === alg) ? await findIn(keys, kid) : undefined;
    if (key) return key;
    throw new UnauthenticatedError(
      'invalid_token',
      'This token was not signed with a key of the identity provider.',
    );
  };
  return { algorithms, find };
}

async function findIn(keys: SigningKeys, kid: string | undefined): Promise<KeyObject | undefined> {
  try {
    return await keys.find(kid);
  } catch (cause) {
    throw new UnavailableError(
      'identity_provider_unavailable',
      'The identity provider is unavailable, so your token cannot be verified. Try again shortly.',
      { cause },
    );
  }
}
