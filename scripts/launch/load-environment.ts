import path from 'node:path';
import { developmentSecrets, readEnvironment, tidySettings, type Variables } from '../../src/config/index.js';

export type { Variables };

/**
 * The environment with `.env` under it, and outside production with the secrets that this machine keeps for itself.
 * @throws ConfigError when `.env` cannot be read as it is meant
 */
export function loadEnvironment(): Variables {
  const variables = readEnvironment();
  const { NODE_ENV, JWT_SECRET, JWT_JWKS_URL, TOKEN_ENCRYPTION_KEYS } = tidySettings(variables);
  if (NODE_ENV === 'production') return variables;
  if ((JWT_SECRET || JWT_JWKS_URL) && TOKEN_ENCRYPTION_KEYS) return variables;
  return { ...variables, ...missingSecrets(variables) };
}

function missingSecrets(variables: Variables): Variables {
  const { JWT_SECRET, JWT_JWKS_URL, TOKEN_ENCRYPTION_KEYS } = tidySettings(variables);
  const secrets = developmentSecrets(dataDir(variables));
  return {
    ...(!JWT_SECRET && !JWT_JWKS_URL && { JWT_SECRET: secrets.JWT_SECRET }),
    ...(!TOKEN_ENCRYPTION_KEYS && { TOKEN_ENCRYPTION_KEYS: secrets.TOKEN_ENCRYPTION_KEYS }),
  };
}

/** Absolute. */
export function dataDir(variables: Variables): string {
  return path.resolve(tidySettings(variables).DATA_DIR ?? '.data');
}
