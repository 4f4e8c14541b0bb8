import jwt from 'jsonwebtoken';
import type { AppConfig } from '../config/index.js';
import type { Role } from './caller.js';

const LIFETIME_SECONDS = 24 * 60 * 60;

/**
 * Creates a token like an identity provider's, for development and tests.
 * @throws Error when the service verifies tokens with a JWKS, because only its owner can sign them
 */
export function developmentToken(
  { secret, jwksUrl, issuer, audience }: Pick<AppConfig['jwt'], 'secret' | 'jwksUrl' | 'issuer' | 'audience'>,
  caller: { organisationIds: readonly string[]; userId: string; role: Role },
): string {
  if (jwksUrl || !secret) throw new Error('JWT_JWKS_URL is set. Get a token from your identity provider.');
  return jwt.sign({ orgs: caller.organisationIds, role: caller.role }, secret, {
    algorithm: 'HS256',
    subject: caller.userId,
    issuer,
    audience,
    expiresIn: LIFETIME_SECONDS,
  });
}
