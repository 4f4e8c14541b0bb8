import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Algorithm } from 'jsonwebtoken';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { ConfigError, type AppConfig } from '../config/index.js';
import { SigningKeys } from './signing-keys.js';
import type { TokenHeader } from './token-form.js';

/** Finds the keys that verify tokens. */
export interface VerificationKeys {
  /** They follow from the kind of key, never from the token: a public key must not be taken for an HMAC secret. */
  algorithms: Algorithm[];
  /** @throws UnauthenticatedError, UnavailableError */
  find(header: TokenHeader): Promise<KeyObject> | KeyObject;
}

/** The keys of the identity provider, or the shared secret. */
export function verificationKeys({ jwksUrl, secret = '' }: AppConfig['jwt']): VerificationKeys {
  return jwksUrl ? publicKeys(new SigningKeys(jwksUrl)) : sharedSecret(secret);
}

/** Makes one object for all tokens: jsonwebtoken tries to read a text as a public key, at each call. */
function sharedSecret(secret: string): VerificationKeys {
  // A public key is no secret: anyone could sign with it.
  if (secret.includes('-----BEGIN'))
    throw new ConfigError(['JWT_SECRET: is a key in PEM; for RS256 or ES256 set JWT_JWKS_URL instead']);
  const key = createSecretKey(Buffer.from(secret));
  return { algorithms: ['HS256'], find: () => key };
}

function publicKeys(keys: SigningKeys): VerificationKeys {
  const algorithms: Algorithm[] = ['RS256', 'ES256'];
  const find = async ({ alg, kid }: TokenHeader) => {
    // A token that no key of the provider can have signed is not worth a question to it.
    const key = algorithms.some((one) => one === alg) ? await ask(keys, kid) : undefined;
    if (key) return key;
    throw new UnauthenticatedError('invalid_token', 'No key of the identity provider has signed this token.');
  };
  return { algorithms, find };
}

async function ask(keys: SigningKeys, kid: string | undefined): Promise<KeyObject | undefined> {
  try {
    return await keys.find(kid);
  } catch (cause) {
    throw new UnavailableError(
      'identity_provider_unavailable',
      'The identity provider that vouches for tokens does not answer. Try again shortly.',
      { cause },
    );
  }
}
