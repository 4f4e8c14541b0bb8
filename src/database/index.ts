// Postgres: connections, migrations, and the two doors to its rows. Must never hand out a connection without one of them.
export { applicationName } from './application-name.js';
export { LateSettlement } from './access/late-settlement.js';
export type { OlderSession } from './access/older-sessions.js';
export { LockTakenError, untilFree } from './busy.js';
export { DatabaseFacts, type PoolUse, type ServiceLogin } from './database-facts.js';
export { DatabaseModule } from './database.module.js';
export { takeOwnParameters } from './connection-url.js';
export { databaseIdentity } from './database-identity.js';
export { migrate, type MigrateOptions } from './migrate.js';
export { migrationState, type MigrationState } from './migration-state.js';
export { OrgContext } from './org-context.js';
export { OrgLists, type Condition, type ListOf } from './org-lists.js';
export { OrgReader } from './org-reader.js';
export { queryRows } from './query-rows.js';
export { StartRefusedError } from './start-refused.error.js';
export { SystemContext } from './system-context.js';
