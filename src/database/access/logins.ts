import type { DataSource } from 'typeorm';
import { SYSTEM_ROLE } from '../connector-role.js';

/** What PostgreSQL lets a login do, past the role in which it works. */
export interface LoginFacts {
  login: string;
  /** Attributes by which row-level security does not bind it. */
  unbound: string[];
  /** Whether it may do system work. */
  maySystem: boolean;
  /** Whether its connection is encrypted. */
  encrypted: boolean;
}

// A role's session does not see whether it is encrypted: the login's does.
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

/** Of the login behind a pool, whatever role its sessions have. */
export function loginFacts(dataSource: DataSource): Promise<LoginFacts> {
  return dataSource.transaction(async (em) => {
    await em.query('SET LOCAL ROLE NONE');
    const [facts] = await em.query<LoginFacts[]>(FACTS);
    if (!facts) throw new Error('the login is not in the catalogue of roles');
    return facts;
  });
}
