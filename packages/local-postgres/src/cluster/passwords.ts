import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { unlessMissing } from '../system-error.js';

export interface Passwords {
  owner: string;
  app: string;
  system: string;
}

// Inside the cluster, which only its owner may enter: so it moves, and is backed up, with the data it opens.
const FILE = 'connector-passwords.json';

export function newPasswords(): Passwords {
  return { owner: newPassword(), app: newPassword(), system: newPassword() };
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export async function writePasswords(folder: string, passwords: Passwords): Promise<void> {
  await writeFile(path.join(folder, FILE), `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
}

/** initdb wants an empty folder, so they wait outside; moved, they keep the owner they were given there. */
export async function movePasswords(from: string, cluster: string): Promise<void> {
  await rename(path.join(from, FILE), path.join(cluster, FILE));
}

export async function readPasswords(cluster: string): Promise<Passwords> {
  const text = await unlessMissing(readFile(path.join(cluster, FILE), 'utf8'));
  const passwords = text === undefined ? undefined : parse(text);
  if (passwords !== undefined) return await completed(cluster, passwords);
  throw new EmbeddedPostgresError(
    'DATA_DIR_FOREIGN',
    `The PostgreSQL cluster in ${cluster} has no readable ${FILE}, so it was not made by this connector or lost its passwords: ` +
      `restore the file, move the folder away, or set DATABASE_URL.`,
  );
}

type StoredPasswords = Pick<Passwords, 'owner' | 'app'> & Partial<Passwords>;

function parse(text: string): StoredPasswords | undefined {
  try {
    const { owner, app, system } = JSON.parse(text) as Partial<Passwords>;
    if (typeof owner !== 'string' || typeof app !== 'string') return undefined;
    return { owner, app, ...(typeof system === 'string' && { system }) };
  } catch {
    return undefined;
  }
}

/** Clusters of versions before the system's login lack its password. The file is replaced as a whole, or not at all. */
async function completed(cluster: string, { owner, app, system }: StoredPasswords): Promise<Passwords> {
  if (system !== undefined) return { owner, app, system };
  const passwords = { owner, app, system: newPassword() };
  const folder = path.join(cluster, `${FILE}.new`);
  const { uid, gid } = await stat(path.join(cluster, FILE));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  await writePasswords(folder, passwords);
  await chown(path.join(folder, FILE), uid, gid);
  await movePasswords(folder, cluster);
  await rm(folder, { recursive: true });
  return passwords;
}
