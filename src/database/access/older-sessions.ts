import type { DataSource, QueryRunner } from 'typeorm';
import { SCHEMA_VERSION, schemaVersionIn } from '../application-name.js';
import { CONNECTOR_ROLE } from '../connector-role.js';

/** A connection that may be an older version's. */
export interface OlderSession {
  pid: number;
  login: string;
  name: string;
}

// Names and logins of all sessions are visible to every login; what they do is not.
const SESSIONS = `
  SELECT a.pid, r.rolname AS login, coalesce(a.application_name, '') AS name
  FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
  WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND pg_has_role(r.oid, $1, 'MEMBER')
  ORDER BY a.pid`;

// PostgreSQL cuts longer names.
const NAME_BYTES = 63;

/**
 * Sessions of older versions of the service in this database.
 * @param formerNames what an older version with the same settings calls itself
 * @param than a version of the schema; by default this one
 */
export async function olderSessions(
  database: Pick<DataSource | QueryRunner, 'query'>,
  formerNames: readonly string[],
  than?: number,
): Promise<OlderSession[]> {
  const sessions = (await database.query(SESSIONS, [CONNECTOR_ROLE])) as OlderSession[];
  return sessions.filter(({ name }) => mayBeOlder(name, formerNames, than));
}

/**
 * This version and later ones write the version of their schema into the name. Versions before them have no name, but for
 * `tiktok-connector listen …`, and what an operator has set by the URL or by PGAPPNAME. psql, pg_dump and other tools have
 * names of their own. A tool without a name cannot be told from an older version.
 */
export function mayBeOlder(
  name: string,
  formerNames: readonly string[],
  than: number = SCHEMA_VERSION,
): boolean {
  const version = schemaVersionIn(name);
  if (version !== undefined) return version < than;
  if (name === '' || name.startsWith('tiktok-connector')) return true;
  return formerNames.some((former) => Buffer.from(former).subarray(0, NAME_BYTES).toString() === name);
}
