import type { DataSource } from 'typeorm';
import { SYSTEM_ROLE } from '../connector-role.js';

/** What PostgreSQL allows a login besides the role that it works as. */
export interface LoginFacts {
  login: string;
  /** Attributes that bypass row-level security. */
  unbound: string[];
  /** True if it may do system work. */
  maySystem: boolean;
  /** True if its connection is encrypted. */
  encrypted: boolean;
}

// Only the login's own session sees whether it is encrypted, not the role's.
const FACTS = `
  SELECT r.rolname AS login,
    array_remove(ARRAY[
      CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
      CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
      CASE WHEN r.rolreplication THEN 'REPLICATION' END], NULL) AS unbound,
    r.rolsuper OR EXISTS (SELECT FROM pg_roles s WHERE s.rolname = '${SYSTEM_ROLE}' AND pg_has_role(r.oid, s.oid, 'MEMBER'))
      OR EXISTS (SELECT FROM pg_class WHERE relforcerowsecurity AND pg_has_role(r.oid, relowner, 'MEMBER')) AS "maySystem",
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted
  FROM pg_roles r WHERE r.rolname = session_user`;

/** Reads the facts of the login behind a pool, regardless of the role of its sessions. */
export function loginFacts(dataSource: DataSource): Promise<LoginFacts> {
  return dataSource.transaction(async (em) => {
    await em.query('SET LOCAL ROLE NONE');
    const [facts] = await em.query<LoginFacts[]>(FACTS);
    if (!facts) throw new Error('the login is not in the catalogue of roles');
    return facts;
  });
}
