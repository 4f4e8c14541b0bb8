import { GOAL_TABLE } from '../rules/tables/goal-table.js';

/** Returns what TikTok charges for an optimisation goal, which is the same for every objective. */
export function billingEventOf(goal: string): string {
  const billing = GOAL_TABLE.find((row) => row.goal === goal)?.billing ?? 'OCPM';
  // A completed ad group already has what the setting says.
  return billing === 'setting' ? 'CPC' : billing;
}
