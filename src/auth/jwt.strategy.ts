import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { passportJwtSecret } from 'jwks-rsa';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { AppConfig } from '../config/index.js';
import type { Caller } from './caller.js';
import { toCaller, type TokenClaims } from './token-claims.js';

const JWKS_CACHE_MS = 10 * 60 * 1000;

/** Verifies bearer tokens: pinned algorithms, issuer, audience, expiry. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(config: AppConfig) {
    super(verification(config.jwt));
  }

  validate(claims: TokenClaims): Caller | false {
    return toCaller(claims) ?? false;
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
    const secretOrKeyProvider = passportJwtSecret({
      jwksUri: jwksUrl,
      cache: true,
      cacheMaxAge: JWKS_CACHE_MS,
      rateLimit: true,
      handleSigningKeyError: (error, done) => done(error),
    });
    return { ...pinned, secretOrKeyProvider, algorithms: ['RS256', 'ES256'] };
  }
  return { ...pinned, secretOrKey: secret ?? '', algorithms: ['HS256'] };
}
