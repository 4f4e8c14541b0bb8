import type { DataSource, QueryRunner } from 'typeorm';
import { SCHEMA_VERSION, schemaVersionIn } from '../application-name.js';
import { CONNECTOR_ROLE } from '../connector-role.js';

/** A connection that may belong to an older version. */
export interface OlderSession {
  pid: number;
  login: string;
  name: string;
}

// Every login sees the names and logins of all sessions, but not their queries.
const SESSIONS = `
  SELECT a.pid, r.rolname AS login, coalesce(a.application_name, '') AS name
  FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
  WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND pg_has_role(r.oid, $1, 'MEMBER')
  ORDER BY a.pid`;

// PostgreSQL truncates longer names.
const NAME_BYTES = 63;

/**
 * Finds sessions of older versions of the service in this database.
 * @param formerNames application names of older versions with the same settings
 * @param than a schema version; by default, the current one
 */
export async function olderSessions(
  database: Pick<DataSource | QueryRunner, 'query'>,
  formerNames: readonly string[],
  than?: number,
): Promise<OlderSession[]> {
  const sessions = (await database.query(SESSIONS, [CONNECTOR_ROLE])) as OlderSession[];
  return sessions.filter(({ name }) => isMaybeOlder(name, formerNames, than));
}

/**
 * True if a session may belong to an older version. Current versions put their schema version into the name. Older ones
 * have no name, or `tiktok-connector listen …`, or a name that the operator set in the URL or by PGAPPNAME. Tools such as
 * psql set their own names. A tool without a name looks like an older version.
 */
export function isMaybeOlder(
  name: string,
  formerNames: readonly string[],
  than: number = SCHEMA_VERSION,
): boolean {
  const version = schemaVersionIn(name);
  if (version !== undefined) return version < than;
  if (name === '' || name.startsWith('tiktok-connector')) return true;
  return formerNames.some((former) => Buffer.from(former).subarray(0, NAME_BYTES).toString() === name);
}
