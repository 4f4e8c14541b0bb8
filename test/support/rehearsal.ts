import { randomBytes } from 'node:crypto';

/** Turns the tests' environment, with its sandbox on this machine, into production mode. */
export const REHEARSAL: Record<string, string> = {
  NODE_ENV: 'production',
  TIKTOK_REHEARSAL: 'true',
  JWT_ISSUER: 'https://login.example/',
  JWT_AUDIENCE: 'tiktok-connector',
  RETURN_URL_ORIGINS: 'https://admin.example',
  TOKEN_ENCRYPTION_KEYS: `staging:${randomBytes(32).toString('base64')}`,
};
