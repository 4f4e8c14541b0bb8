import type { StepKind } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';

const SIDE_BY_SIDE: ReadonlySet<StepKind> = new Set(['creative', 'ad_group', 'ad']);

/**
 * Returns the steps that run next: the first open one, and those of its kind right behind it. Never creates two objects of
 * one name at once, because after a lost answer an object is recognised by its name.
 */
export function openSteps(steps: readonly LaunchStep[], mostAtOnce: number): LaunchStep[] {
  const open = steps.filter(({ status }) => status === 'pending' || status === 'waiting');
  const [first] = open;
  if (!first || !SIDE_BY_SIDE.has(first.kind)) return open.slice(0, 1);
  const end = open.findIndex(({ kind }) => kind !== first.kind);
  const names = new Set<string>();
  return open
    .slice(0, end < 0 ? undefined : end)
    .filter(({ kind, key, name }) => {
      const what = kind === 'creative' ? key : name;
      return !names.has(what) && names.add(what);
    })
    .slice(0, mostAtOnce);
}
