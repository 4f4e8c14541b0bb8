import { developmentToken } from '../../src/auth/index.js';
import { tidySettings, type Variables } from '../../src/config/index.js';

/** A token that the service with this environment takes. @throws Error when it verifies against a JWKS */
export function tokenFor(variables: Variables, caller: Parameters<typeof developmentToken>[1]): string {
  const settings = tidySettings(variables);
  const jwt = {
    secret: settings.JWT_SECRET,
    jwksUrl: settings.JWT_JWKS_URL,
    issuer: settings.JWT_ISSUER ?? 'tiktok-connector',
    audience: settings.JWT_AUDIENCE ?? 'tiktok-connector',
  };
  return developmentToken(jwt, caller);
}
