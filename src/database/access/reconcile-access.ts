import type { QueryRunner } from 'typeorm';
import { codeOf } from '../../common/index.js';
import { accessState, isClosed, type AccessState, type Grant } from './access-state.js';
import { splitPolicy, REFUSE_SYSTEM_WORK } from './policy-split.js';
import { dropDefaultGrants } from './default-grants.js';
import { olderSessions, type OlderSession } from './older-sessions.js';

/** The state of the database after reconciliation, and the older sessions that keep it open. */
export interface AccessOutcome {
  state: AccessState;
  heldBy: OlderSession[];
}

// A waiting statement blocks every query behind it. The next start, or the next minute, retries.
const LOCK_TIMEOUT = '2s';
const BUSY = new Set(['55P03', '40P01']);

/**
 * Grants each role the privileges that this version needs, and revokes those that no running version needs. Older versions
 * do everything as the tenants' role, so nothing is revoked while one is connected. Only one process may run it at a time.
 * @param formerNames see `olderSessions`
 */
export async function reconcileAccess(
  runner: QueryRunner,
  formerNames: readonly string[] = [],
): Promise<AccessOutcome> {
  await dropDefaultGrants(runner);
  const before = await accessState(runner);
  for (const grant of before.missing) await runner.query(statement('GRANT', grant));
  if (isClosed(before)) return { state: before, heldBy: [] };
  const heldBy = await olderSessions(runner, formerNames);
  if (heldBy.length > 0) return { state: before, heldBy };
  if (before.open.length > 0) await runner.query(REFUSE_SYSTEM_WORK);
  for (const policy of before.open) await inTransaction(runner, splitPolicy(policy));
  for (const grant of before.excess) await runner.query(statement('REVOKE', grant));
  return { state: await accessState(runner), heldBy };
}

function statement(verb: 'GRANT' | 'REVOKE', { role, table, privilege }: Grant): string {
  return `${verb} ${privilege} ON TABLE public."${table}" ${verb === 'GRANT' ? 'TO' : 'FROM'} ${role}`;
}

/** Runs all statements, or none while the table is locked. */
async function inTransaction(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
    for (const one of statements) await runner.query(one);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    if (!BUSY.has(codeOf(error) ?? '')) throw error;
  }
}
