import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { runProgram } from '../run-as/run-program.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** `postgres (PostgreSQL) 18.4` → `18`. */
export function majorVersionIn(text: string): string | undefined {
  return /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
}

/** Asking for the version works even for root, and proves that the binaries run on this machine at all. */
export async function majorVersionOf(binaries: PostgresBinaries): Promise<string> {
  const { output } = await runProgram({ kind: 'direct' }, binaries.postgres, ['--version']);
  const major = majorVersionIn(output);
  if (major !== undefined) return major;
  throw new EmbeddedPostgresError(
    'NO_BINARIES',
    `The PostgreSQL binary ${binaries.postgres} does not run on this machine (${output}): set DATABASE_URL to a PostgreSQL server.`,
  );
}
