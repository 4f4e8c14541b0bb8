import { MigrationExecutor, type DataSource } from 'typeorm';
import { messageOf } from '../common/index.js';
import { SYSTEM_ROLE } from './connector-role.js';
import { StartRefusedError } from './start-refused.error.js';

// Policies are split by role: an owner without the system role sees no rows, and would migrate none.
const BLIND = `
  SELECT session_user AS login FROM pg_policies
  WHERE schemaname = 'public' AND policyname = 'system_work'
    AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${SYSTEM_ROLE}' AND pg_has_role(oid, 'USAGE'))
  LIMIT 1`;

/**
 * Applies pending migrations, each in its own transaction.
 * @throws StartRefusedError naming the failed migration, which was rolled back
 */
export async function applyMigrations(source: DataSource): Promise<string[]> {
  const [blind] = await source.query<{ login: string }[]>(BLIND);
  if (blind) {
    throw new StartRefusedError(
      `The login "${blind.login}" owns the tables but cannot see their rows, so it cannot migrate them. As a PostgreSQL administrator, run: GRANT ${SYSTEM_ROLE} TO "${blind.login}";`,
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
  // Earlier migrations are committed, so the first pending one is the one that failed.
  const [failed] = await new MigrationExecutor(source).getPendingMigrations().catch(() => []);
  const fix =
    hint ?? 'Fix the cause and start again. To go back instead, see "Upgrading" in docs/operating.md.';
  return new StartRefusedError(
    `The migration ${failed?.name ?? ''} failed: ${messageOf(cause)}. It was rolled back. ${fix}`,
    { cause },
  );
}
