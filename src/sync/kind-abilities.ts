import { ConflictError } from '../common/index.js';
import { TokenUnreadableError, type LoadedIntegration } from '../integrations/index.js';
import { NEEDED_CAPABILITY, SYNC_KINDS, type SyncKind } from './runs/sync-kinds.js';
import type { PlannedKind } from './schedule/schedules.js';
import type { ScheduleProblem } from './schedule/sync-schedule.entity.js';

/** Every kind, and why the account cannot do it. */
export function plannedKinds(integration: LoadedIntegration): PlannedKind[] {
  return SYNC_KINDS.map((kind) => ({ kind, problem: problemWith(integration, kind) }));
}

/** Returns why the account does not allow a kind, and the fix. A token that cannot be read for now is no such reason. */
export function problemWith(integration: LoadedIntegration, kind: SyncKind): ScheduleProblem | undefined {
  try {
    integration.assertCan(NEEDED_CAPABILITY[kind]);
    return undefined;
  } catch (error) {
    const isUnreadable = error instanceof TokenUnreadableError;
    if (error instanceof ConflictError && !isUnreadable) return { code: error.code, message: error.message };
    return undefined;
  }
}
