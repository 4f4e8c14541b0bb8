import { developmentToken } from '../../src/auth/index.js';
import type { Variables } from './load-environment.js';

/** A token that the service with this environment takes. @throws Error when it verifies against a JWKS */
export function tokenFor(variables: Variables, caller: Parameters<typeof developmentToken>[1]): string {
  const jwt = {
    secret: variables.JWT_SECRET,
    jwksUrl: variables.JWT_JWKS_URL || undefined,
    issuer: variables.JWT_ISSUER || 'tiktok-connector',
    audience: variables.JWT_AUDIENCE || 'tiktok-connector',
  };
  return developmentToken(jwt, caller);
}
