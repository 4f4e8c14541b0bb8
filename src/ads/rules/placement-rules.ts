import { when } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';
import { objectiveRow } from './tables/objective-table.js';

export const TIKTOK = 'PLACEMENT_TIKTOK';
const PLACEMENTS = [TIKTOK, 'PLACEMENT_PANGLE', 'PLACEMENT_GLOBAL_APP_BUNDLE'];
const TIKTOK_ONLY_GOALS = new Set(['DESTINATION_VISIT']);

/** Returns where the ads appear. Undefined: TikTok chooses. */
export function placementsOf({ campaign, group, context }: GroupSite): readonly string[] | undefined {
  if (group.placements !== undefined && group.placements.length > 0) return group.placements;
  const only = isTikTokOnly(campaign.objective, group.optimizationGoal);
  // Cookbook §1.4: Upgraded Smart+ wants a placement for VALUE.
  const value = context.driver === 'us_plus' && group.optimizationGoal === 'VALUE';
  return only || value ? [TIKTOK] : undefined;
}

export function appearsOnTikTok(site: GroupSite): boolean {
  return placementsOf(site)?.includes(TIKTOK) ?? true;
}

function isTikTokOnly(objective: string, goal: string): boolean {
  return Boolean(objectiveRow(objective)?.tiktokOnly) || TIKTOK_ONLY_GOALS.has(goal);
}

/** Checks the placements with the objective and the goal. */
export const placementRules: GroupRule = ({ campaign, group, at }) => {
  const { placements, optimizationGoal: goal } = group;
  if (placements === undefined) return [];
  const field = at('placements');
  const wrong = placements.filter((one) => !PLACEMENTS.includes(one));
  const beside = placements.some((one) => one !== TIKTOK);
  return [
    ...when(
      placements.length === 0,
      field,
      'placements_empty',
      'An empty list of placements is no choice. Leave the field out, so that TikTok chooses.',
      null,
    ),
    ...when(
      wrong.length > 0,
      field,
      'placement_unknown',
      `TikTok has no placement ${wrong.join(', ')}. Use ${PLACEMENTS.join(', ')}, or leave the field out.`,
      null,
    ),
    ...when(
      wrong.length === 0 && beside && isTikTokOnly(campaign.objective, goal),
      field,
      'placement_not_for_objective',
      `${campaign.objective} with the goal ${goal} delivers on ${TIKTOK} only. Send ["${TIKTOK}"], or leave the field out.`,
      null,
    ),
  ];
};
