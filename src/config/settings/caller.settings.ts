import { z } from 'zod';
import { list, nonEmpty, origins, webAddress, type Env } from '../setting-kinds.js';

/** Settings of callers: tokens, origins and encryption keys. */
export const callerSettings = {
  JWT_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('HS256 secret, at least 32 characters. (production: this or JWT_JWKS_URL)'),
  JWT_JWKS_URL: webAddress
    .optional()
    .describe('JWKS of your identity provider (RS256 or ES256); takes precedence over JWT_SECRET'),
  JWT_ISSUER: nonEmpty.optional().describe('Expected "iss". Unset: tiktok-connector. (production)'),
  JWT_AUDIENCE: nonEmpty.optional().describe('Expected "aud". Unset: tiktok-connector. (production)'),
  RETURN_URL_ORIGINS: origins
    .optional()
    .describe(
      'Comma-separated origins to which OAuth may return the browser. (production) Unset in development: ' +
        'https://admin.example, http://localhost:5173 and PUBLIC_URL',
    ),
  CORS_ORIGINS: origins
    .optional()
    .describe(
      'Comma-separated origins whose pages may call /api and send files to /uploads. Unset: RETURN_URL_ORIGINS',
    ),
  TOKEN_ENCRYPTION_KEYS: list
    .optional()
    .describe(
      'Comma-separated id:base64 of 32 bytes, newest first; `openssl rand -base64 32` creates one. (production)',
    ),
};

/** Verification of callers' tokens. One of secret and JWKS is set. */
interface JwtSettings {
  secret?: string;
  jwksUrl?: string;
  issuer: string;
  audience: string;
}

export function toJwtSettings(env: Env<typeof callerSettings>): JwtSettings {
  return {
    secret: env.JWT_SECRET,
    jwksUrl: env.JWT_JWKS_URL,
    issuer: env.JWT_ISSUER ?? 'tiktok-connector',
    audience: env.JWT_AUDIENCE ?? 'tiktok-connector',
  };
}
