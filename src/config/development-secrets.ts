import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from './config-error.js';
import { makeFolder } from './make-folder.js';

/** Secrets that a developer's machine creates, so that the repository contains none. */
interface DevelopmentSecrets {
  JWT_SECRET: string;
  TOKEN_ENCRYPTION_KEYS: string;
}

const FILE = 'development-secrets.json';

/**
 * Reads the secrets in the data folder, or creates them at first use. `npm start` and `npm run token` share this file.
 * Production never calls this.
 * @throws a file system error if the folder is not writable
 */
export function developmentSecrets(dataDir: string): DevelopmentSecrets {
  const file = path.join(dataDir, FILE);
  const fresh: DevelopmentSecrets = {
    JWT_SECRET: randomBytes(32).toString('base64url'),
    TOKEN_ENCRYPTION_KEYS: `dev:${randomBytes(32).toString('base64')}`,
  };
  makeFolder(dataDir);
  try {
    // `wx`: if two processes start together, the second reads the file of the first.
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return read(file);
    // A full disk leaves an empty file, which later starts could not read.
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
      `${file} is damaged: restore it, or delete it to create new secrets and reconnect the accounts`,
    ]);
  }
}
