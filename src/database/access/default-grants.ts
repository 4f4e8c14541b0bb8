import type { QueryRunner } from 'typeorm';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';

// Default privileges of owners that this login may act as.
const DEFAULTS = `
  SELECT DISTINCT owner.rolname AS owner, role.rolname AS role
  FROM pg_default_acl d JOIN pg_roles owner ON owner.oid = d.defaclrole, aclexplode(d.defaclacl) a
    JOIN pg_roles role ON role.oid = a.grantee
  WHERE d.defaclnamespace = 'public'::regnamespace AND d.defaclobjtype = 'r' AND role.rolname = ANY ($1)
    AND pg_has_role(d.defaclrole, 'USAGE')`;

/**
 * Revokes the default privileges of our roles, so that a new table stays closed until `table-privileges.ts` lists it. The
 * first migrations had opened each new table. A copy that an administrator creates has no row-level security, so tenants'
 * work could have read all of it.
 */
export async function dropDefaultGrants(runner: QueryRunner): Promise<void> {
  const roles = [CONNECTOR_ROLE, SYSTEM_ROLE];
  const found = (await runner.query(DEFAULTS, [roles])) as { owner: string; role: string }[];
  for (const { owner, role } of found) {
    const owned = `FOR ROLE "${owner.replaceAll('"', '""')}" IN SCHEMA public`;
    await runner.query(`ALTER DEFAULT PRIVILEGES ${owned} REVOKE ALL ON TABLES FROM ${role}`);
  }
}
