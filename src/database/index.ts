// Postgres: connections, migrations, and the two doors to its rows. Must never hand out a connection without one of them.
export { DatabaseModule } from './database.module.js';
export { databaseIdentity } from './database-identity.js';
export { migrate } from './migrate.js';
export { migrationState, type MigrationState } from './migration-state.js';
export { OrgContext } from './org-context.js';
export { queryRows } from './query-rows.js';
export { SystemContext, type Transaction } from './system-context.js';
