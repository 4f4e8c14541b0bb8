// For tests of what operators do: a PostgreSQL server from other binaries, with none of our roles and databases in it.
export { startPlainPostgres, type PlainPostgres } from './plain-postgres.js';
