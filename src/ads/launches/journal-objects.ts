import type { LaunchCreate } from '../writes/launch-creates.js';
import { parentKeyOf } from './launch-plan.js';
import { isOver, type LaunchStatus } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';

const FOUND = 'TikTok’s answer was lost. The service has found the object since.';
const RETURNED = 'TikTok made this object for another create of the same name, which has it now.';

/**
 * Corrects the objects of steps by the journal of changes. A create whose answer was lost may be settled after its launch has
 * failed or was cancelled. An object that a create adopted goes to another one, also of another organisation, when TikTok's
 * answer names it there.
 */
export function byJournal(
  steps: readonly LaunchStep[],
  creates: readonly LaunchCreate[],
  status: LaunchStatus,
): LaunchStep[] {
  const createOf = new Map(creates.map((create) => [create.stepKey, create]));
  return steps.map((step) => {
    const create = createOf.get(step.key);
    if (!create || create.objectId === step.objectId) return step;
    if (create.objectId === null) return without(step, status);
    // While the launch runs, the step itself takes the object.
    return isOver(status) ? found(step, create) : step;
  });
}

function found(step: LaunchStep, { objectId, adopted }: LaunchCreate): LaunchStep {
  return { ...step, objectId, status: 'done', message: adopted ? FOUND : null };
}

function without(step: LaunchStep, status: LaunchStatus): LaunchStep {
  return { ...step, objectId: null, status: isOver(status) ? 'failed' : 'pending', message: RETURNED };
}

/**
 * Returns the step whose object went to another create after later steps had built on it: what is below an object cannot move,
 * and a review is over. Undefined: whatever is missing may be created.
 */
export function lostTooLate(steps: readonly LaunchStep[]): LaunchStep | undefined {
  const parents = new Set(steps.flatMap(({ key, objectId }) => (objectId === null ? [] : parentKeyOf(key))));
  const isReviewed = steps.some(({ kind, status }) => kind === 'review' && status === 'done');
  return steps.find(
    ({ key, kind, status, objectId }) =>
      objectId === null && status === 'pending' && (parents.has(key) || (kind === 'ad' && isReviewed)),
  );
}
