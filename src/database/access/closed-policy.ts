import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../connector-role.js';
import type { OpenPolicy } from './access-state.js';

const NAMED = `coalesce(current_setting('app.system_reason', true), '') <> ''`;

// `(<what tenants see> OR <system work has named its reason>)`, as PostgreSQL writes what `tenant-table.ts` has made.
const OPEN =
  /^\((?<own>.+) OR \(COALESCE\(current_setting\('app\.system_reason'::text, true\), ''::text\) <> ''::text\)\)$/s;

/** What the trigger of a closed table says. */
export const REFUSE_SYSTEM_WORK = `
  CREATE OR REPLACE FUNCTION public.refuse_system_work() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'work across organisations is done by the role ${SYSTEM_ROLE}: stop this older version';
  END $$`;

/**
 * Splits a policy in two: what tenants see, for their role, and what named work sees, for the system role alone. Policies
 * that have a role are judged by PostgreSQL before their expression, so that naming a reason no longer helps a tenant.
 * Changes by named work of the tenants' role are refused aloud: to a version that works so, rows that are merely out of its
 * sight would look as if they were gone, and it would delete the files of waiting posts.
 * @returns the statements; none for a policy of a form that is not known
 */
export function closedPolicy({ table, policy, using, check }: OpenPolicy): string[] {
  const own = OPEN.exec(using)?.groups?.own;
  const ownCheck = OPEN.exec(check)?.groups?.own;
  if (own === undefined || ownCheck === undefined) return [];
  const on = `ON public."${table}"`;
  return [
    `ALTER POLICY "${policy}" ${on} TO ${CONNECTOR_ROLE} USING (${own}) WITH CHECK (${ownCheck})`,
    `DROP POLICY IF EXISTS system_work ${on}`,
    `CREATE POLICY system_work ${on} TO ${SYSTEM_ROLE} USING (${NAMED}) WITH CHECK (${NAMED})`,
    `CREATE OR REPLACE TRIGGER refuse_system_work BEFORE UPDATE OR DELETE ${on} FOR EACH STATEMENT
     WHEN (current_user = '${CONNECTOR_ROLE}' AND ${NAMED}) EXECUTE FUNCTION public.refuse_system_work()`,
  ];
}
