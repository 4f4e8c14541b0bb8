import { when, type Complaint } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';
import { GOAL_TABLE, RETIRED_GOALS, type GoalRow } from './tables/goal-table.js';
import { objectiveRow } from './tables/objective-table.js';

/** Checks the goal with its objective, and the billing event with the goal. */
export const goalRules: GroupRule = (site) => {
  const { row, group, billing, at, context } = site;
  if (!row) return wrongGoal(site);
  const goal = group.optimizationGoal;
  return [
    ...when(
      row.allowlisted && !context.settings.allowlisted.has(goal),
      at('optimizationGoal'),
      'goal_not_allowlisted',
      `TikTok opens the goal ${goal} for chosen ad accounts only. Use ${first(site)?.goal}, or add ${goal} to ADS_ALLOWLISTED ` +
        'if your TikTok representative has opened it.',
      first(site)?.goal,
    ),
    ...when(
      group.billingEvent !== undefined && group.billingEvent !== billing,
      at('billingEvent'),
      'billing_not_for_goal',
      `The goal ${goal} is billed by ${billing}, not by ${group.billingEvent}. Send ${billing}, or leave the field out.`,
      billing,
    ),
  ];
};

function wrongGoal(site: GroupSite): Complaint[] {
  const { campaign, group, at } = site;
  const { objective } = campaign;
  // The objective has its own complaint.
  if (!objectiveRow(objective)) return [];
  const rows = goalsOf(site);
  const successor = RETIRED_GOALS.get(group.optimizationGoal);
  const retired = successor !== undefined;
  const passes = rows.find(({ goal }) => goal === successor) ?? first(site);
  const list = rows.map(({ goal }) => goal).join(', ');
  return when(
    true,
    at('optimizationGoal'),
    retired ? 'goal_retired' : 'goal_not_for_objective',
    (retired
      ? `TikTok no longer creates ad groups with the goal ${group.optimizationGoal}.`
      : `The goal ${group.optimizationGoal} does not go with the objective ${objective}.`) +
      ` Use one of ${list}.`,
    passes?.goal,
  );
}

function goalsOf({ campaign, context }: GroupSite): GoalRow[] {
  return GOAL_TABLE.filter(
    ({ objective, driver }) =>
      objective === campaign.objective && (driver === undefined || driver === context.driver),
  );
}

function first(site: GroupSite): GoalRow | undefined {
  return goalsOf(site).find(({ allowlisted }) => !allowlisted);
}
