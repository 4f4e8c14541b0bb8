import { existsSync } from 'node:fs';
import path from 'node:path';
import { developmentSecrets } from '../../src/config/index.js';

/** Variables that a command works with; a copy, so that nothing is changed behind anybody's back. */
export type Variables = Record<string, string | undefined>;

/** The environment with `.env` under it, and outside production with the secrets that this machine keeps for itself. */
export function loadEnvironment(): Variables {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const variables: Variables = { ...process.env };
  if (variables.NODE_ENV === 'production') return variables;
  if ((variables.JWT_SECRET || variables.JWT_JWKS_URL) && variables.TOKEN_ENCRYPTION_KEYS) return variables;
  const secrets = developmentSecrets(dataDir(variables));
  if (!variables.JWT_JWKS_URL) variables.JWT_SECRET ||= secrets.JWT_SECRET;
  variables.TOKEN_ENCRYPTION_KEYS ||= secrets.TOKEN_ENCRYPTION_KEYS;
  return variables;
}

/** Absolute. */
export function dataDir(variables: Variables): string {
  return path.resolve(variables.DATA_DIR || '.data');
}
