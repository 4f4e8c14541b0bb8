import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import type { RunAs } from '../run-as/run-as.js';
import { runProgram } from '../run-as/run-program.js';
import { unlessMissing } from '../system-error.js';
import { giveFolderTo } from './give-folder.js';
import { OWNER_ROLE } from './names.js';
import { newPasswords, writePasswords } from './passwords.js';

export interface InitCluster {
  runAs: RunAs;
  initdb: string;
  dataDir: string;
  incomplete: string;
  durable: boolean;
}

// The built-in locale is the same on every machine and needs none installed.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const AUTHENTICATION = ['--auth=scram-sha-256', `--username=${OWNER_ROLE}`];

/** Everything happens next door and is renamed at the end: a half-made cluster can never be taken for a whole one. */
export async function initCluster({
  runAs,
  initdb,
  dataDir,
  incomplete,
  durable,
}: InitCluster): Promise<void> {
  const cluster = path.join(incomplete, 'cluster');
  const passwordFile = path.join(incomplete, 'password');
  const passwords = newPasswords();
  await rm(incomplete, { recursive: true, force: true });
  await mkdir(incomplete, { mode: 0o700 });
  await writeFile(passwordFile, `${passwords.owner}\n`, { mode: 0o600 });
  await giveFolderTo(runAs, incomplete);

  const place = [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, '--no-instructions'];
  const haste = durable ? [] : ['--no-sync'];
  const args = [...place, ...LOCALE, ...AUTHENTICATION, ...haste];
  const { ok, output } = await runProgram(runAs, initdb, args);
  if (!ok) {
    await rm(incomplete, { recursive: true, force: true });
    const said = output.split('\n').slice(-5).join(' | ');
    throw new EmbeddedPostgresError('START_FAILED', `PostgreSQL could not initialise ${dataDir}: ${said}`);
  }

  await writePasswords(cluster, passwords);
  await unlessMissing(rmdir(dataDir));
  await rename(cluster, dataDir);
  await rm(incomplete, { recursive: true, force: true });
}
