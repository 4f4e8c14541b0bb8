import type { AdDriver } from '../../config/index.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import { when, type Suggestion } from './complaint.js';
import { promotionTypeOf, type CampaignRule } from './site.js';

/** A field that all ad groups of a campaign have in common. */
export interface SharedField {
  field: string;
  driver: AdDriver;
  /** Only if the campaign's budget is spread (true), or if it is not (false). */
  optimized?: boolean;
  read: (group: AdGroupDto, objective: string) => Suggestion | undefined;
}

const bidType = (group: AdGroupDto) => group.bid.type;
const deepBidType = (group: AdGroupDto) => group.bid.deepBidType;
const valueWindow = (group: AdGroupDto) => group.valueWindow;
const goal = (group: AdGroupDto) => group.optimizationGoal;
const event = (group: AdGroupDto) => group.optimizationEvent;

/** Cookbook §1.2 and §2.2. The billing event follows from the goal. */
export const SHARED_FIELDS: readonly SharedField[] = [
  { field: 'bid.type', driver: 'us_plus', read: bidType },
  { field: 'bid.deepBidType', driver: 'us_plus', read: deepBidType },
  { field: 'valueWindow', driver: 'us_plus', read: valueWindow },
  {
    field: 'budget.mode',
    driver: 'us_plus',
    optimized: false,
    read: ({ budget }) => (budget && budget.mode !== 'none' ? budget.mode : undefined),
  },
  {
    field: 'promotionType',
    driver: 'us_plus',
    optimized: true,
    read: (group, objective) => promotionTypeOf(objective, group),
  },
  { field: 'optimizationGoal', driver: 'us_plus', optimized: true, read: goal },
  { field: 'optimizationEvent', driver: 'us_plus', optimized: true, read: event },
  { field: 'bid.amount', driver: 'us_plus', optimized: true, read: ({ bid }) => bid.amount },
  { field: 'bid.roas', driver: 'us_plus', optimized: true, read: ({ bid }) => bid.roas },
  { field: 'bid.type', driver: 'manual', optimized: true, read: bidType },
  { field: 'optimizationGoal', driver: 'manual', optimized: true, read: goal },
  { field: 'optimizationEvent', driver: 'manual', optimized: true, read: event },
];

/** Compares each ad group with the first one. */
export const sharedFieldRules: CampaignRule = ({ campaign, groups, optimized, context }) => {
  const fields = SHARED_FIELDS.filter(
    (one) => one.driver === context.driver && (one.optimized === undefined || one.optimized === optimized),
  );
  const [first, ...others] = groups;
  if (!first) return [];
  return fields.flatMap(({ field, read }) => {
    const expected = read(first, campaign.objective);
    if (expected === undefined && field === 'budget.mode') return [];
    return others.flatMap((group, index) =>
      when(
        (read(group, campaign.objective) ?? null) !== (expected ?? null) && !absentBudget(field, group),
        `adGroups[${index + 1}].${field}`,
        'ad_groups_differ',
        `All ad groups of this campaign need the same ${field}. ` +
          (expected === undefined
            ? 'The first one has none: leave it out.'
            : `The first one has ${String(expected)}.`),
        expected ?? null,
      ),
    );
  });
};

/** True if another rule asks for the whole budget. */
function absentBudget(field: string, { budget }: AdGroupDto): boolean {
  return field === 'budget.mode' && (budget === undefined || budget.mode === 'none');
}
