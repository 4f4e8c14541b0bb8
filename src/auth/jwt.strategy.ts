import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import jwt from 'jsonwebtoken';
import {
  ExtractJwt,
  Strategy,
  type SecretOrKeyProvider,
  type StrategyOptionsWithoutRequest,
} from 'passport-jwt';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import type { Caller } from './caller.js';
import { CommandTokenLog } from './command-token.js';
import { SigningKeys } from './signing-keys.js';
import { toCaller, type TokenClaims } from './token-claims.js';

const PUBLIC_KEY_ALGORITHMS: jwt.Algorithm[] = ['RS256', 'ES256'];

/** Verifies bearer tokens: pinned algorithms, issuer, audience, expiry. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  private readonly commandTokens = new CommandTokenLog();

  constructor(config: AppConfig) {
    super(verification(config.jwt));
  }

  validate(claims: TokenClaims): Caller | false {
    const caller = toCaller(claims);
    if (!caller) return false;
    this.commandTokens.notice(claims.jti, caller);
    return caller;
  }
}

/** Algorithms follow from the kind of key, never from the token: a public key must not be taken for an HMAC secret. */
function verification({
  jwksUrl,
  secret,
  issuer,
  audience,
}: AppConfig['jwt']): StrategyOptionsWithoutRequest {
  const pinned = {
    jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
    issuer,
    audience,
    ignoreExpiration: false,
  };
  if (jwksUrl) {
    const secretOrKeyProvider = keyProvider(new SigningKeys(jwksUrl));
    return { ...pinned, secretOrKeyProvider, algorithms: PUBLIC_KEY_ALGORITHMS };
  }
  return { ...pinned, secretOrKey: secret ?? '', algorithms: ['HS256'] };
}

/** Passport hands on what goes wrong here as the guard's `info`. */
function keyProvider(keys: SigningKeys): SecretOrKeyProvider {
  return (_request, token: string, done) => {
    const header = jwt.decode(token, { complete: true })?.header;
    const algorithm = PUBLIC_KEY_ALGORITHMS.find((one) => one === header?.alg);
    // What no key of ours can have signed is not worth a question to the identity provider.
    if (!algorithm) return done(unknownKey());
    keys.find(header?.kid).then(
      (key) =>
        key ? done(null, key.export({ type: 'spki', format: 'pem' }).toString()) : done(unknownKey()),
      (cause: unknown) => done(providerGone(cause)),
    );
  };
}

function unknownKey(): UnauthenticatedError {
  return new UnauthenticatedError('invalid_token', 'no key of the identity provider has signed this token');
}

function providerGone(cause: unknown): UnavailableError {
  return new UnavailableError(
    'identity_provider_unavailable',
    'The identity provider that vouches for tokens does not answer. Try again shortly.',
    { cause },
  );
}
