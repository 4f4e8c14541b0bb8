import type { AdObjectDetailView } from 'tiktok-connector-client';
import { microsOf, textOfMicros } from '../amounts.js';

// The rules of docs/ads-operations.md, "Policy": what one day may cost, from the budget that an object has of its own.
const DYNAMIC = { times: 5n, by: 4n };
/** TikTok may raise a budget by 20 % up to ten times in a day. */
const RISE = { times: 6n ** 10n, by: 5n ** 10n };

/** The most that one day may cost with this budget, while the object runs. Null: it has none, or TikTok does not show it. */
export function largestDaySpend(
  { data }: Pick<AdObjectDetailView, 'data'>,
  budget: string | null,
): string | null {
  const micros = microsOf(budget);
  if (micros === null) return null;
  const rises = data['budget_auto_adjust_strategy'] === 'AUTO_BUDGET_INCREASE';
  const raised = rises ? up(micros, RISE) : micros;
  const isDynamic = data['budget_mode'] === 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
  return textOfMicros(isDynamic ? up(raised, DYNAMIC) : raised);
}

/** Rounded up: a limit must not be understated. */
function up(micros: bigint, { times, by }: { times: bigint; by: bigint }): bigint {
  return (micros * times + by - 1n) / by;
}
