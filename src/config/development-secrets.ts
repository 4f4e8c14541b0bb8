import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from './config-error.js';
import { makeFolder } from './make-folder.js';

/** Secrets that a developer's machine makes for itself, so that none has to be in the repository. */
interface DevelopmentSecrets {
  JWT_SECRET: string;
  TOKEN_ENCRYPTION_KEYS: string;
}

const FILE = 'development-secrets.json';

/**
 * Reads the secrets kept in the data folder, making them the first time. `npm start` and `npm run token`
 * share them through this file. Production never calls this.
 * @throws an error of the file system when the folder cannot be written.
 */
export function developmentSecrets(dataDir: string): DevelopmentSecrets {
  const file = path.join(dataDir, FILE);
  const fresh: DevelopmentSecrets = {
    JWT_SECRET: randomBytes(32).toString('base64url'),
    TOKEN_ENCRYPTION_KEYS: `dev:${randomBytes(32).toString('base64')}`,
  };
  makeFolder(dataDir);
  try {
    // `wx`: of two processes that start together, the second reads what the first has written.
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return read(file);
    // A full disk leaves an empty file behind, which no later start could read.
    rmSync(file, { force: true });
    throw error;
  }
}

function read(file: string): DevelopmentSecrets {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DevelopmentSecrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError([
      `${file} is damaged: restore it, or delete it for new secrets and connect the accounts again`,
    ]);
  }
}
