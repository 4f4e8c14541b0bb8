// A real PostgreSQL server for machines that have none: binaries from npm, the cluster in a folder of ours.
// It must never touch a server it did not start, nor a folder that is not its own cluster.
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded-postgres.errors.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
export { startEmbeddedPostgres } from './start-embedded-postgres.js';
