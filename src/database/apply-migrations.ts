import { MigrationExecutor, type DataSource } from 'typeorm';
import { messageOf } from '../common/index.js';
import { SYSTEM_ROLE } from './connector-role.js';
import { StartRefusedError } from './start-refused.error.js';

// Since policies are split by role, an owner who is not of the system role sees no rows, and would migrate none.
const BLIND = `
  SELECT session_user AS login FROM pg_policies
  WHERE schemaname = 'public' AND policyname = 'system_work'
    AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${SYSTEM_ROLE}' AND pg_has_role(oid, 'USAGE'))
  LIMIT 1`;

/**
 * Applies what is pending, each migration in a transaction of its own.
 * @throws StartRefusedError naming the one that failed, of which nothing is kept
 */
export async function applyMigrations(source: DataSource): Promise<string[]> {
  const [blind] = await source.query<{ login: string }[]>(BLIND);
  if (blind) {
    throw new StartRefusedError(
      `The login "${blind.login}" owns the tables and does not see their rows, so it cannot migrate them. Run as an administrator of PostgreSQL: GRANT ${SYSTEM_ROLE} TO "${blind.login}";`,
    );
  }
  try {
    return (await source.runMigrations()).map(({ name }) => name);
  } catch (cause) {
    throw await failure(source, cause);
  }
}

async function failure(source: DataSource, cause: unknown): Promise<StartRefusedError> {
  const { hint } = (cause as { driverError?: { hint?: string } }).driverError ?? {};
  // Those before it are committed, so the first that is pending is the one that failed.
  const [failed] = await new MigrationExecutor(source).getPendingMigrations().catch(() => []);
  const fix =
    hint ?? 'Remove the cause and start again: docs/operating.md, "Upgrading", says how to go back instead.';
  return new StartRefusedError(
    `The migration ${failed?.name ?? ''} failed: ${messageOf(cause)}. Nothing of it was kept. ${fix}`,
    { cause },
  );
}
