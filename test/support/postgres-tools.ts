import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe } from '@jest/globals';

// Debian's packages put a server and the pg_dump of the same version here.
const DEBIAN = '/usr/lib/postgresql';

/** Folder of the newest server on this machine that has its own `pg_dump`; undefined when there is none. */
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
export function describeWithPostgresTools(name: string, body: () => void): void {
  const run = POSTGRES_BIN ? describe : describe.skip;
  run(name, body);
}
