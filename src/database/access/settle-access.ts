import type { QueryRunner } from 'typeorm';
import { codeOf } from '../../common/index.js';
import { accessState, isClosed, type AccessState, type Grant } from './access-state.js';
import { closedPolicy, REFUSE_SYSTEM_WORK } from './closed-policy.js';
import { dropDefaultGrants } from './default-grants.js';
import { olderSessions, type OlderSession } from './older-sessions.js';

/** What came of it: how the database stands now, and who keeps it open. */
export interface Settled {
  state: AccessState;
  heldBy: OlderSession[];
}

// A statement that waits for a busy table holds up everything behind it: the next start, or the next minute, tries again.
const LOCK_TIMEOUT = '2s';
const BUSY = new Set(['55P03', '40P01']);

/**
 * Gives each role what this version does with each table, and takes from it what no version in use needs: older ones work
 * as the tenants' role in everything, so nothing is taken while one is connected. Run by one process at a time.
 * @param formerNames see `olderSessions`
 */
export async function settleAccess(
  runner: QueryRunner,
  formerNames: readonly string[] = [],
): Promise<Settled> {
  await dropDefaultGrants(runner);
  const before = await accessState(runner);
  for (const grant of before.missing) await runner.query(statement('GRANT', grant));
  if (isClosed(before)) return { state: before, heldBy: [] };
  const heldBy = await olderSessions(runner, formerNames);
  if (heldBy.length > 0) return { state: before, heldBy };
  if (before.open.length > 0) await runner.query(REFUSE_SYSTEM_WORK);
  for (const policy of before.open) await atOnce(runner, closedPolicy(policy));
  for (const grant of before.excess) await runner.query(statement('REVOKE', grant));
  return { state: await accessState(runner), heldBy };
}

function statement(verb: 'GRANT' | 'REVOKE', { role, table, privilege }: Grant): string {
  return `${verb} ${privilege} ON TABLE public."${table}" ${verb === 'GRANT' ? 'TO' : 'FROM'} ${role}`;
}

/** All of them, or none while the table is busy. */
async function atOnce(runner: QueryRunner, statements: readonly string[]): Promise<void> {
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
