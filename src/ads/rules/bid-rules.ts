import { toMicros } from '../spec/money.js';
import { precisionComplaints } from './amount-rules.js';
import { amountText, inCurrency, moneyText, unitOf } from './amounts.js';
import { when, type Complaint } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';

// In USD; every bid is below the limit of its billing event. Cookbook §1.1 gives that of clicks.
const BID_LIMITS: Record<string, number> = { CPC: 30 };
const MICROS = 1_000_000n;
const LEAST_ROAS = MICROS / 100n;
const MOST_ROAS = 1000n * MICROS;
const MOST_AD_REVENUE_ROAS = 10n * MICROS;
const DEEP_BIDS = new Set(['VO_HIGHEST_VALUE', 'VO_MIN_ROAS']);

/** Checks the bid with the goal, and its amount with the budget and the currency. */
export const bidRules: GroupRule = (site) => [
  ...(site.row?.bids === 'value' ? valueRules(site) : ordinaryRules(site)),
  ...amountRules(site),
];

function ordinaryRules({ row, group, at }: GroupSite): Complaint[] {
  if (!row) return [];
  const { optimizationGoal: goal, bid, valueWindow } = group;
  const custom = bid.type === 'BID_TYPE_CUSTOM';
  return [
    ...when(
      custom && row.bids === 'max_delivery',
      at('bid.type'),
      'cost_cap_not_available',
      `The goal ${goal} takes no cost cap. Send BID_TYPE_NO_BID.`,
      'BID_TYPE_NO_BID',
    ),
    ...when(
      custom && row.bids === 'any' && bid.amount === undefined,
      at('bid.amount'),
      'bid_amount_missing',
      'BID_TYPE_CUSTOM needs the price of one result, below the budget. Set bid.amount, or send BID_TYPE_NO_BID.',
    ),
    ...when(
      bid.deepBidType !== undefined,
      at('bid.deepBidType'),
      'deep_bid_not_for_goal',
      `deepBidType belongs to the goal VALUE, not to ${goal}. Leave it out.`,
      null,
    ),
    ...when(
      bid.roas !== undefined,
      at('bid.roas'),
      'roas_not_allowed',
      `roas belongs to the goal VALUE with VO_MIN_ROAS, not to ${goal}. Leave it out.`,
      null,
    ),
    ...when(
      valueWindow !== undefined,
      at('valueWindow'),
      'value_window_not_for_goal',
      `valueWindow belongs to the goal VALUE, not to ${goal}. Leave it out.`,
      null,
    ),
  ];
}

function valueRules({ group, at }: GroupSite): Complaint[] {
  const { bid } = group;
  const minRoas = bid.deepBidType === 'VO_MIN_ROAS';
  const most = group.optimizationEvent === 'AD_REVENUE_VALUE' ? MOST_AD_REVENUE_ROAS : MOST_ROAS;
  const roas = toMicros(bid.roas ?? '');
  return [
    ...when(
      bid.type === 'BID_TYPE_CUSTOM',
      at('bid.type'),
      'cost_cap_not_available',
      'The goal VALUE takes no cost cap. Send BID_TYPE_NO_BID, and VO_MIN_ROAS with roas for a least return.',
      'BID_TYPE_NO_BID',
    ),
    ...when(
      !DEEP_BIDS.has(bid.deepBidType ?? ''),
      at('bid.deepBidType'),
      'deep_bid_missing',
      'The goal VALUE needs deepBidType: VO_HIGHEST_VALUE, or VO_MIN_ROAS with roas.',
      'VO_HIGHEST_VALUE',
    ),
    ...when(
      minRoas && roas === undefined,
      at('bid.roas'),
      'roas_missing',
      'VO_MIN_ROAS needs the least return on ad spend, such as "1.50". Set bid.roas, or send VO_HIGHEST_VALUE.',
    ),
    ...when(
      !minRoas && bid.roas !== undefined,
      at('bid.roas'),
      'roas_not_allowed',
      'roas belongs to VO_MIN_ROAS. Leave it out.',
      null,
    ),
    ...when(
      minRoas && roas !== undefined && (roas < LEAST_ROAS || roas > most),
      at('bid.roas'),
      'roas_out_of_range',
      `TikTok takes a return from 0.01 to ${most / MICROS}; ${bid.roas} is outside.`,
      (roas ?? 0n) < LEAST_ROAS ? '0.01' : String(most / MICROS),
    ),
  ];
}

function amountRules({ campaign, group, at, optimized, billing, row, context }: GroupSite): Complaint[] {
  const { bid } = group;
  const { currency } = context;
  const field = at('bid.amount');
  const micros = toMicros(bid.amount ?? '');
  if (micros === undefined) return [];
  const takesNone = bid.type === 'BID_TYPE_NO_BID' || row?.bids === 'max_delivery' || row?.bids === 'value';
  if (takesNone)
    return when(
      true,
      field,
      'bid_amount_not_allowed',
      'The bid has an amount, but is not of the type BID_TYPE_CUSTOM, or the goal takes none. Leave the amount out.',
      null,
    );
  const unit = unitOf(currency);
  const limit = inCurrency(BID_LIMITS[billing ?? ''] ?? 0, currency);
  const budget = toMicros((optimized ? campaign.budget : group.budget)?.amount ?? '');
  return [
    ...precisionComplaints(bid.amount, field, currency),
    ...when(
      micros === 0n,
      field,
      'bid_not_positive',
      `A bid is at least ${moneyText(unit, currency)}.`,
      amountText(unit, currency),
    ),
    ...when(
      limit && micros >= limit,
      field,
      'bid_above_limit',
      `A bid for ${billing} must be below ${moneyText(limit ?? 0n, currency)}; ${bid.amount} is not.`,
      amountText((limit ?? unit) - unit, currency),
    ),
    ...when(
      budget && budget > unit && micros >= budget,
      field,
      'bid_not_below_budget',
      `A bid must be below the budget of ${moneyText(budget ?? 0n, currency)}; ${bid.amount} is not.`,
      amountText((budget ?? unit) - unit, currency),
    ),
  ];
}
