import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { binariesIn } from '../binaries/postgres-binaries.js';
import { prepareFolders } from '../cluster/cluster-paths.js';
import { pickRunAs } from '../pick-run-as.js';
import { giveFolderTo } from '../run-as/give-folder.js';
import type { RunAs } from '../run-as/run-as.js';
import { runProgram } from '../run-as/run-program.js';
import { freePort } from '../server/free-port.js';
import { startServerProcess } from '../server/server-process.js';

/** A server with one superuser, `postgres`, and trust for every local login. */
export interface PlainPostgres {
  /** URL of a login in a database. */
  url(login: string, database: string, password?: string): string;
  stop(): Promise<void>;
}

/**
 * Makes an empty cluster in a temporary folder and serves it. Stopping deletes it.
 * @param bin folder with `initdb` and `postgres`, for example `/usr/lib/postgresql/18/bin`
 */
export async function startPlainPostgres(bin: string): Promise<PlainPostgres> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'plain-postgres-')));
  await chmod(folder, 0o755);
  const paths = await prepareFolders(path.join(folder, 'data'));
  const binaries = binariesIn(path.dirname(bin));
  const { runAs } = await pickRunAs(binaries, paths);
  await giveFolderTo(runAs, folder);
  await initCluster(runAs, binaries.initdb, paths.dataDir);
  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = await startServerProcess({
    runAs,
    postgres: binaries.postgres,
    args: ['-D', paths.dataDir, ...args],
    log: () => undefined,
  });
  return {
    url: (login, database, password = '') => `postgres://${login}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function initCluster(runAs: RunAs, initdb: string, dataDir: string): Promise<void> {
  const made = await runProgram(runAs, initdb, [
    `--pgdata=${dataDir}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  if (!made.ok) throw new Error(`initdb failed: ${made.output}`);
}
