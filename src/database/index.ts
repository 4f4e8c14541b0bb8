// PostgreSQL: connections, migrations, and the two ways to its rows, OrgContext and SystemContext. Must never give out a
// connection that bypasses both.
export { applicationName } from './application-name.js';
export { binaryArrays } from './binary-arrays.js';
export { bindings, type Bind } from './bindings.js';
export { PrivilegeRevocation } from './access/privilege-revocation.js';
export type { OlderSession } from './access/older-sessions.js';
export { LockTakenError, toLockTaken, untilFree } from './lock-wait.js';
export { DatabaseFacts, type PoolUse, type ServiceLogin } from './database-facts.js';
export { DatabaseModule } from './database.module.js';
export { extractConnectionParameters } from './connection-url.js';
export { databaseIdentity } from './database-identity.js';
export { migrate, type MigrateOptions } from './migrate.js';
export { migrationState, type MigrationState } from './migration-state.js';
export { OrgContext } from './org-context.js';
export { OrgLists, type Condition, type ListOf } from './org-lists.js';
export { OrgReader } from './org-reader.js';
export { OrgWriter } from './org-writer.js';
export { queryRows } from './query-rows.js';
export { StartRefusedError } from './start-refused.error.js';
export { SystemContext } from './system-context.js';
