import type { WireBody } from '../../tiktok/index.js';
import type { AdGroupSpec, BudgetSpec, IdentitySpec, ScheduleSpec } from './specs.js';
import { wireTimeOf } from '../spec/times.js';
import { billingEventOf } from './billing-event.js';

// Parts of bodies that both families share.

/** TikTok creates objects enabled unless the body says otherwise. */
export const CREATED_PAUSED = { operation_status: 'DISABLE' } as const;

/** TikTok takes amounts as JSON numbers. They have at most two decimals, so none is lost. */
export function wireAmount(amount: string | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount);
}

/** @param dailyMode the objective's word for a budget per day. */
export function wireBudget(budget: BudgetSpec | undefined, dailyMode: string): WireBody {
  if (!budget || budget.mode === 'none') return { budget_mode: 'BUDGET_MODE_INFINITE' };
  const mode = budget.mode === 'daily' ? dailyMode : 'BUDGET_MODE_TOTAL';
  return { budget_mode: mode, budget: wireAmount(budget.amount) };
}

export function wireSchedule({ start, end }: ScheduleSpec): WireBody {
  const times = { schedule_start_time: wireTimeOf(start) };
  if (end === null || end === undefined) return { schedule_type: 'SCHEDULE_FROM_NOW', ...times };
  return { schedule_type: 'SCHEDULE_START_END', ...times, schedule_end_time: wireTimeOf(end) };
}

/** Bids are named by what TikTok charges for: OCPM takes the price of a conversion, all others the price of the event. */
export function bidField(billingEvent: unknown): string {
  return billingEvent === 'OCPM' ? 'conversion_bid_price' : 'bid_price';
}

export function wireBid({ bid, optimizationGoal, billingEvent, valueWindow }: AdGroupSpec): WireBody {
  const billing = billingEvent ?? billingEventOf(optimizationGoal);
  return defined({
    billing_event: billing,
    bid_type: bid.type,
    [bidField(billing)]: wireAmount(bid.amount),
    deep_bid_type: bid.deepBidType,
    roas_bid: wireAmount(bid.roas),
    vbo_window: valueWindow,
  });
}

export function wireIdentity({ type, id, businessCenterId }: IdentitySpec): WireBody {
  return defined({ identity_type: type, identity_id: id, identity_authorized_bc_id: businessCenterId });
}

/** Drops undefined fields. */
export function defined(fields: Record<string, unknown>): WireBody {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
