import { fromWireTime } from '../../tiktok/index.js';
import { spendOfBudget } from '../spec/day-spend.js';
import type { PolicyRules } from './ad-policy.entity.js';
import { budgetUnknown, checkAutoIncrease, checkIncrease, checkIncreaseOfDay } from './limits.js';
import { afterEdits, isHigher, isOf, type SpendEdit } from './spend-edit.js';
import { spendBudget, type SpendObject } from './spend-object.js';

/**
 * Checks the limits that hold for one edit: how much it may raise a budget, also by fewer days for a lifetime budget, and the
 * automatic increase. They hold for paused objects too.
 * @throws ConflictError
 */
export function checkEdits(
  rules: PolicyRules,
  currency: string,
  objects: readonly SpendObject[],
  edits: readonly SpendEdit[],
): void {
  const after = afterEdits(objects, edits);
  for (const edit of edits) {
    const [old, now] = [objects, after].map((list) => list.find((object) => isOf(edit, object)));
    if (edit.budget !== undefined)
      checkIncrease(rules, old?.budget ?? null, { amount: edit.budget, currency });
    if (edit.start !== undefined || edit.end !== undefined) {
      const [most, wanted] = [meanOf(objects, old), meanOf(after, now)];
      if (most !== undefined && wanted !== undefined) checkIncreaseOfDay(rules, most, wanted, currency);
    }
    if (now?.rises && mayRise(edit, old)) {
      if (now.budget === null) throw budgetUnknown();
      checkAutoIncrease(rules, { amount: now.budget, currency });
    }
  }
}

/** A lower budget may always be raised less. */
function mayRise({ budget, rises, status }: SpendEdit, old: SpendObject | undefined): boolean {
  return rises === true || status === 'ENABLE' || isHigher(budget, old?.budget ?? null);
}

/** The mean of a day of the lifetime budget that covers the object, its own or its campaign's. */
function meanOf(objects: readonly SpendObject[], object: SpendObject | undefined): bigint | undefined {
  const campaign = objects.find(({ level, id }) => level === 'campaign' && id === object?.campaignId);
  const owner = campaign?.budgetOptimized ? campaign : object;
  const budget = owner && spendBudget(owner);
  if (budget?.kind !== 'lifetime') return undefined;
  const covered = owner === campaign ? objects.filter((one) => one.campaignId === campaign?.id) : [object];
  const running = covered.flatMap((one) => (one ? [toRun(one)] : []));
  return spendOfBudget(budget, running).mean;
}

function toRun({ name, id, start, end }: SpendObject) {
  const times = { start: fromWireTime(start), end: fromWireTime(end) };
  return { name: name ?? id, runs: true, budget: undefined, ...times };
}
