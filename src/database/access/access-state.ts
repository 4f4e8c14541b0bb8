import type { DataSource, QueryRunner } from 'typeorm';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';
import { privilegesOf } from './table-privileges.js';

/** A privilege of a role on a table. */
export interface Grant {
  role: string;
  table: string;
  privilege: string;
}

/** A policy that admits other roles than the system role when they name a reason. */
export interface OpenPolicy {
  table: string;
  policy: string;
  using: string;
  check: string;
}

/** The differences between the database and the access that this version gives its roles. */
export interface AccessState {
  open: OpenPolicy[];
  excess: Grant[];
  missing: Grant[];
}

type Database = Pick<DataSource | QueryRunner, 'query'>;

const OPEN = `
  SELECT tablename AS table, policyname AS policy, coalesce(qual, '') AS using, coalesce(with_check, '') AS check
  FROM pg_policies
  WHERE schemaname = 'public' AND concat(qual, with_check) LIKE '%app.system_reason%' AND roles <> ARRAY['${SYSTEM_ROLE}']::name[]
  ORDER BY 1, 2`;

const GRANTED = `
  SELECT c.relname AS table, r.role, ARRAY(
    SELECT privilege_type FROM aclexplode(c.relacl) a JOIN pg_roles g ON g.oid = a.grantee WHERE g.rolname = r.role
  ) AS privileges
  FROM pg_class c, unnest($1::text[]) AS r (role)
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1, 2`;

interface GrantedRow {
  table: string;
  role: string;
  privileges: string[];
}

/** Reads only the catalogue, so any login may call it. */
export async function accessState(database: Database): Promise<AccessState> {
  const open = (await database.query(OPEN)) as OpenPolicy[];
  const roles = [CONNECTOR_ROLE, SYSTEM_ROLE];
  const granted = (await database.query(GRANTED, [roles])) as GrantedRow[];
  const state: AccessState = { open, excess: [], missing: [] };
  for (const { table, role, privileges } of granted) {
    const wanted: readonly string[] | undefined = privilegesOf(role, table);
    if (!wanted) continue;
    const grant = (privilege: string): Grant => ({ role, table, privilege });
    state.excess.push(...privileges.filter((one) => !wanted.includes(one)).map(grant));
    state.missing.push(...wanted.filter((one) => !privileges.includes(one)).map(grant));
  }
  return state;
}

/** True if tenants' work has no more access than this version gives it. */
export function isClosed({ open, excess }: AccessState): boolean {
  return open.length === 0 && excess.length === 0;
}
