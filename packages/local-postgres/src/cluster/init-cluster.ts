import { mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import type { RunAs } from '../run-as/run-as.js';
import { runProgram } from '../run-as/run-program.js';
import { errnoOf, unlessMissing } from '../system-error.js';
import { giveFolderTo } from '../run-as/give-folder.js';
import { OWNER_ROLE } from './names.js';
import { movePasswords, newPasswords, writePasswords } from './passwords.js';

export interface InitCluster {
  runAs: RunAs;
  initdb: string;
  dataDir: string;
  durable: boolean;
}

const UNFINISHED = '.unfinished-';
/** Lines of initdb's output kept for the error; the reason is among the last. */
const LINES_KEPT = 5;

// The built-in locale is the same on every machine and needs none installed.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const AUTHENTICATION = ['--auth=scram-sha-256', `--username=${OWNER_ROLE}`];

/** Everything happens next door and is renamed at the end: a half-made cluster can never be taken for a whole one. */
export async function initCluster(init: InitCluster): Promise<void> {
  await removeUnfinished(init.dataDir);
  const folder = await mkdtemp(init.dataDir + UNFINISHED);
  try {
    const cluster = path.join(folder, 'cluster');
    const passwords = newPasswords();
    const passwordFile = path.join(folder, 'password');
    await writeFile(passwordFile, `${passwords.owner}\n`, { mode: 0o600 });
    await writePasswords(folder, passwords);
    await giveFolderTo(init.runAs, folder);
    await runInitdb(init, cluster, passwordFile);
    await movePasswords(folder, cluster);
    await replaceEmptyFolder(init.dataDir, cluster);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function replaceEmptyFolder(folder: string, replacement: string): Promise<void> {
  try {
    await unlessMissing(rmdir(folder));
  } catch (cause) {
    if (errnoOf(cause) !== 'EBUSY') throw cause;
    const message = `The data folder ${folder} is a mount point: set DATA_DIR to a folder inside it.`;
    throw new EmbeddedPostgresError('DATA_DIR_NOT_WRITABLE', message, { cause });
  }
  await rename(replacement, folder);
}

async function runInitdb(init: InitCluster, cluster: string, passwordFile: string): Promise<void> {
  const place = [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, '--no-instructions'];
  const haste = init.durable ? [] : ['--no-sync'];
  const args = [...place, ...LOCALE, ...AUTHENTICATION, ...haste];
  const { ok, output } = await runProgram(init.runAs, init.initdb, args);
  if (ok) return;
  const lastWords = output.split('\n').slice(-LINES_KEPT).join(' | ');
  const message = `PostgreSQL could not initialise ${init.dataDir}; its last words: ${lastWords}`;
  throw new EmbeddedPostgresError('START_FAILED', message);
}

/** What a start killed in the middle left. Its initdb may still be writing there, hence a fresh name every time. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const parent = path.dirname(dataDir);
  const prefix = path.basename(dataDir) + UNFINISHED;
  const leftovers = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of leftovers)
    await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
}
