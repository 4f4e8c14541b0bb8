import type { StepKind } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';

const SIDE_BY_SIDE: ReadonlySet<StepKind> = new Set(['creative', 'ad_group', 'ad']);
const NONE: ReadonlySet<LaunchStep> = new Set();

/**
 * Returns the steps that run next: the first open one, and those of its kind right behind it, without those that are under
 * way. Never creates two objects of one name at once, because after a lost answer an object is recognised by its name.
 */
export function openSteps(
  steps: readonly LaunchStep[],
  mostAtOnce: number,
  underWay: ReadonlySet<LaunchStep> = NONE,
): LaunchStep[] {
  const open = steps.filter((step) => isOpen(step) || underWay.has(step));
  const [first] = open;
  if (!first || !SIDE_BY_SIDE.has(first.kind)) return open.slice(0, 1).filter((step) => !underWay.has(step));
  const end = open.findIndex(({ kind }) => kind !== first.kind);
  const names = new Set([...underWay].map(objectOf));
  return open
    .slice(0, end < 0 ? undefined : end)
    .filter((step) => !names.has(objectOf(step)) && names.add(objectOf(step)))
    .slice(0, Math.max(mostAtOnce - underWay.size, 0));
}

function isOpen({ status }: LaunchStep): boolean {
  return status === 'pending' || status === 'waiting';
}

/** What no two steps at once may make. */
function objectOf({ kind, key, name }: LaunchStep): string {
  return kind === 'creative' ? key : name;
}
