import { developmentToken } from '../../src/auth/development-token.js';
import { tidySettings, type Variables } from '../../src/config/index.js';
import { LaunchError } from './launch-error.js';

/** A token that the service with this environment takes. @throws LaunchError when it verifies against a JWKS */
export function tokenFor(variables: Variables, caller: Parameters<typeof developmentToken>[1]): string {
  const settings = tidySettings(variables);
  if (settings.JWT_JWKS_URL !== undefined || settings.JWT_SECRET === undefined)
    throw new LaunchError('JWT_JWKS_URL is set: ask your identity provider for a token.');
  const jwt = {
    secret: settings.JWT_SECRET,
    jwksUrl: settings.JWT_JWKS_URL,
    issuer: settings.JWT_ISSUER ?? 'tiktok-connector',
    audience: settings.JWT_AUDIENCE ?? 'tiktok-connector',
  };
  return developmentToken(jwt, caller);
}
