import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy, type SecretOrKeyProvider } from 'passport-jwt';
import { messageOf, UnauthenticatedError } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import type { Caller } from './caller.js';
import { CommandTokenLog } from './command-token.js';
import { toCaller, type TokenClaims } from './token-claims.js';
import { readHeader, type TokenHeader } from './token-header.js';
import { verificationKeys, type VerificationKeys } from './verification-keys.js';

/** Verifies bearer tokens: header, pinned algorithms, issuer, audience and expiry. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  private readonly commandTokens = new CommandTokenLog();

  constructor({ jwt }: AppConfig) {
    const { issuer, audience } = jwt;
    const keys = verificationKeys(jwt);
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      issuer,
      audience,
      algorithms: keys.algorithms,
      ignoreExpiration: false,
      secretOrKeyProvider: keyProvider(keys),
    });
  }

  validate(claims: TokenClaims): Caller | false {
    const caller = toCaller(claims);
    if (!caller) return false;
    this.commandTokens.notice(claims.jti, caller);
    return caller;
  }
}

/** Passport passes errors from here to the guard as `info`. */
function keyProvider(keys: VerificationKeys): SecretOrKeyProvider {
  return (_request, token: string, done) => {
    void keyFor(token, keys).then(
      // jsonwebtoken accepts a KeyObject, but the types of passport-jwt do not.
      (key) => done(null, key as unknown as Buffer),
      (error: unknown) => done(error),
    );
  };
}

async function keyFor(token: string, keys: VerificationKeys) {
  return await keys.find(wellFormed(token));
}

function wellFormed(token: string): TokenHeader {
  try {
    return readHeader(token);
  } catch (error) {
    throw new UnauthenticatedError('invalid_token', messageOf(error));
  }
}
