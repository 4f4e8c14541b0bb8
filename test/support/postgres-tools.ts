import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, realpath, rm, chmod } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';
import { prepareFolders } from '../../packages/local-postgres/src/cluster/cluster-paths.js';
import { giveFolderTo } from '../../packages/local-postgres/src/run-as/give-folder.js';
import { runProgram } from '../../packages/local-postgres/src/run-as/run-program.js';
import { pickRunAs } from '../../packages/local-postgres/src/pick-run-as.js';
import { freePort } from '../../packages/local-postgres/src/server/free-port.js';
import { startServerProcess } from '../../packages/local-postgres/src/server/server-process.js';

// Where Debian's packages put a server together with the pg_dump of its version.
const DEBIAN = '/usr/lib/postgresql';

/** The newest server on this machine that has its own `pg_dump`; undefined when there is none. */
export const POSTGRES_BIN = newest();

function newest(): string | undefined {
  try {
    const folders = readdirSync(DEBIAN)
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => path.join(DEBIAN, version, 'bin'));
    // A folder of the client alone has no initdb.
    return folders.find((bin) => ['initdb', 'pg_dump'].every((tool) => existsSync(path.join(bin, tool))));
  } catch {
    return undefined;
  }
}

/** Runs where PostgreSQL's own tools are, and is reported as skipped elsewhere. `.ci/run` installs them. */
export const describeWithPostgresTools = POSTGRES_BIN ? describe : describe.skip;

/** A server such as an operator has: one superuser `postgres`, and nothing of ours. */
export interface PlainPostgres {
  /** URL of a login in a database. */
  url(login: string, database: string, password?: string): string;
  stop(): Promise<void>;
}

export async function startPlainPostgres(): Promise<PlainPostgres> {
  const bin = POSTGRES_BIN ?? '';
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'plain-postgres-')));
  await chmod(folder, 0o755);
  const paths = await prepareFolders(path.join(folder, 'data'));
  const binaries = {
    native: path.dirname(bin),
    initdb: path.join(bin, 'initdb'),
    postgres: path.join(bin, 'postgres'),
  };
  const { runAs } = await pickRunAs(binaries as Parameters<typeof pickRunAs>[0], paths);
  await giveFolderTo(runAs, folder);
  const made = await runProgram(runAs, binaries.initdb, [
    `--pgdata=${paths.dataDir}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  if (!made.ok) throw new Error(`initdb failed: ${made.output}`);
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
