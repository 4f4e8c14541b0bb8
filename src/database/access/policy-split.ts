import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';
import type { OpenPolicy } from './access-state.js';

const NAMED = `coalesce(current_setting('app.system_reason', true), '') <> ''`;

// `(<rows of the tenant> OR <a reason is named>)`: how PostgreSQL prints the policies of `tenant-table.ts`.
const OPEN =
  /^\((?<own>.+) OR \(COALESCE\(current_setting\('app\.system_reason'::text, true\), ''::text\) <> ''::text\)\)$/s;

/** The trigger function of closed tables. */
export const REFUSE_SYSTEM_WORK = `
  CREATE OR REPLACE FUNCTION public.refuse_system_work() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'only the role ${SYSTEM_ROLE} may work across organisations: stop this older version';
  END $$`;

/**
 * Splits a policy in two: one for the tenants' role, and one that shows every row to named work of the system role.
 * PostgreSQL checks a policy's role before its expression, so naming a reason no longer helps a tenant. A trigger rejects
 * changes by older versions, which do named work as the tenants' role. If it did not, they would mistake hidden rows for
 * deleted ones, and delete the files of waiting posts.
 * @returns the statements; none for an unknown form of policy
 */
export function splitPolicy({ table, policy, using, check }: OpenPolicy): string[] {
  const tenant = OPEN.exec(using)?.groups?.own;
  const tenantCheck = OPEN.exec(check)?.groups?.own;
  if (tenant === undefined || tenantCheck === undefined) return [];
  const on = `ON public."${table}"`;
  return [
    `ALTER POLICY "${policy}" ${on} TO ${CONNECTOR_ROLE} USING (${tenant}) WITH CHECK (${tenantCheck})`,
    `DROP POLICY IF EXISTS system_work ${on}`,
    `CREATE POLICY system_work ${on} TO ${SYSTEM_ROLE} USING (${NAMED}) WITH CHECK (${NAMED})`,
    `CREATE OR REPLACE TRIGGER refuse_system_work BEFORE UPDATE OR DELETE ${on} FOR EACH STATEMENT
     WHEN (current_user = '${CONNECTOR_ROLE}' AND ${NAMED}) EXECUTE FUNCTION public.refuse_system_work()`,
  ];
}
