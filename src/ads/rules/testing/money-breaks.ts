import { fromMicros } from '../../spec/money.js';
import { campaignMinimum } from '../budget-minimums.js';
import {
  both,
  budgetOf,
  drop,
  G,
  goal,
  later,
  manual,
  objective,
  onGroups,
  smart,
  value,
  type Break,
  type Choice,
  type Parts,
} from './break-parts.js';

const budgetField = ({ group }: Parts) => (group.budget ? `${G}.budget` : 'budget');
const takesBid = ({ row }: Choice) => row.bids === 'any';
const setAmount = (parts: Parts, micros: bigint) => {
  const budget = budgetOf(parts);
  if (budget) budget.amount = fromMicros(micros, parts.context.currency ?? '');
};
const dear = (parts: Parts) => campaignMinimum(parts.body, parts.context) ?? 0n;
const bid = ({ group }: Parts, amount: string) => {
  group.bid = { type: 'BID_TYPE_CUSTOM', amount };
};

/** Breaks of bids and budgets. */
export const MONEY_BREAKS: Break[] = [
  {
    rule: 'budget_below_minimum',
    field: (parts) => `${budgetField(parts)}.amount`,
    apply: (parts) => setAmount(parts, dear(parts) / 50n),
  },
  {
    rule: 'budget_above_maximum',
    field: (parts) => `${budgetField(parts)}.amount`,
    apply: (parts) => setAmount(parts, dear(parts) * 200_000n),
  },
  {
    rule: 'budget_amount_missing',
    field: (parts) => `${budgetField(parts)}.amount`,
    apply: (parts) => {
      const budget = budgetOf(parts);
      return budget && drop(budget, 'amount');
    },
  },
  {
    rule: 'amount_too_precise',
    field: (parts) => `${budgetField(parts)}.amount`,
    apply: (parts) => setAmount(parts, dear(parts) * 100n + 1000n),
  },
  {
    rule: 'budget_amount_not_allowed',
    field: 'budget.amount',
    apply: (parts) => onGroups(parts) && (parts.body.budget = { mode: 'none', amount: '50' }),
  },
  {
    rule: 'ad_group_budget_missing',
    field: `${G}.budget`,
    apply: (parts) => {
      if (!onGroups(parts)) return false;
      // Two ad groups without a budget would be a campaign without any.
      return drop(parts.group, 'budget');
    },
  },
  {
    rule: 'ad_group_budget_not_allowed',
    field: `${G}.budget`,
    apply: (parts) => {
      if (onGroups(parts)) return false;
      parts.body.budgetOptimization = true;
      return (parts.group.budget = { ...parts.body.budget, mode: 'daily' });
    },
  },
  {
    rule: 'lifetime_below_daily',
    field: `${G}.budget.mode`,
    fits: manual,
    apply: (parts) => {
      if (budgetOf(parts)?.mode !== 'lifetime' || !onGroups(parts)) return false;
      return (parts.body.budget = { mode: 'daily', amount: fromMicros(dear(parts), '') });
    },
  },
  {
    rule: 'lifetime_needs_end',
    field: 'schedule.end',
    apply: (parts) => budgetOf(parts)?.mode === 'lifetime' && drop(parts.body.schedule, 'end'),
  },
  {
    rule: 'cost_cap_needs_daily_budget',
    field: `${G}.bid.type`,
    fits: both(smart, takesBid),
    apply: (parts) => {
      if (budgetOf(parts)?.mode !== 'lifetime') return false;
      return (parts.group.bid = { type: 'BID_TYPE_CUSTOM', amount: '1' });
    },
  },
  {
    rule: 'roas_needs_daily_budget',
    field: `${G}.bid.deepBidType`,
    fits: both(smart, value),
    apply: (parts) => budgetOf(parts)?.mode === 'lifetime' && (parts.group.bid.deepBidType = 'VO_MIN_ROAS'),
  },
  {
    rule: 'app_value_needs_campaign_budget',
    field: `${G}.optimizationGoal`,
    fits: both(smart, objective('APP_PROMOTION'), value),
    apply: ({ body }) => {
      body.budgetOptimization = false;
    },
  },
  {
    rule: 'fast_pacing_needs_bid',
    field: `${G}.pacing`,
    apply: ({ group }) => group.bid.type === 'BID_TYPE_NO_BID' && (group.pacing = 'PACING_MODE_FAST'),
  },
  {
    rule: 'bid_amount_missing',
    field: `${G}.bid.amount`,
    fits: takesBid,
    apply: ({ group }) => group.bid.type === 'BID_TYPE_CUSTOM' && drop(group.bid, 'amount'),
  },
  {
    rule: 'bid_amount_not_allowed',
    field: `${G}.bid.amount`,
    apply: ({ group }) => (group.bid = { ...group.bid, type: 'BID_TYPE_NO_BID', amount: '1' }),
  },
  {
    rule: 'bid_not_positive',
    field: `${G}.bid.amount`,
    fits: takesBid,
    apply: (parts) => bid(parts, '0'),
  },
  {
    rule: 'bid_above_limit',
    field: `${G}.bid.amount`,
    fits: goal('CLICK'),
    apply: (parts) => bid(parts, fromMicros(dear(parts), '')),
  },
  {
    rule: 'bid_not_below_budget',
    field: `${G}.bid.amount`,
    fits: takesBid,
    apply: (parts) => bid(parts, budgetOf(parts)?.amount ?? ''),
  },
  {
    rule: 'cost_cap_not_available',
    field: `${G}.bid.type`,
    fits: (choice) => !takesBid(choice),
    apply: ({ group }) => (group.bid.type = 'BID_TYPE_CUSTOM'),
  },
  {
    rule: 'deep_bid_missing',
    field: `${G}.bid.deepBidType`,
    fits: value,
    apply: ({ group }) => drop(group.bid, 'deepBidType'),
  },
  {
    rule: 'deep_bid_not_for_goal',
    field: `${G}.bid.deepBidType`,
    fits: (choice) => !value(choice),
    apply: ({ group }) => (group.bid.deepBidType = 'VO_HIGHEST_VALUE'),
  },
  {
    rule: 'roas_missing',
    field: `${G}.bid.roas`,
    fits: value,
    apply: ({ group }) => group.bid.roas !== undefined && drop(group.bid, 'roas'),
  },
  {
    rule: 'roas_not_allowed',
    field: `${G}.bid.roas`,
    fits: (choice) => !value(choice),
    apply: ({ group }) => (group.bid.roas = '1.50'),
  },
  {
    rule: 'roas_out_of_range',
    field: `${G}.bid.roas`,
    fits: value,
    apply: ({ group }) => group.bid.roas !== undefined && (group.bid.roas = '1000.01'),
  },
  {
    rule: 'value_window_not_for_goal',
    field: `${G}.valueWindow`,
    fits: (choice) => !value(choice),
    apply: ({ group }) => (group.valueWindow = 'ZERO_DAY'),
  },
  {
    rule: 'start_too_early',
    field: `${G}.schedule.start`,
    apply: ({ body, group }) => (group.schedule = { ...body.schedule, start: later(-1) }),
  },
];
