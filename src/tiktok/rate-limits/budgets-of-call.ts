import type { AppConfig } from '../../config/index.js';
import type { Budget } from './budget.js';
import {
  ACCOUNT_ENDPOINT_LIMIT,
  accountsApiPerMinute,
  BUSINESS_LIMITS,
  BUSINESS_TIERS,
  MESSAGING_LIMIT,
  OPEN_API_LIMITS,
  type Limit,
} from './budget-tables.js';
import type { RatedCall } from './rated-call.js';

/** Every budget that a call draws on; none for endpoints whose limit TikTok does not publish. */
export function budgetsOf(call: RatedCall, tiktok: AppConfig['tiktok']): Budget[] {
  if (call.api === 'open') {
    const limits = OPEN_API_LIMITS[call.path] ?? [];
    return limits.map((limit) => toBudget(call, limit, tiktok.login.id));
  }
  const app = tiktok.business?.id ?? '';
  const own = businessLimits(call.path).map((limit) => toBudget(call, limit, app));
  return [...own, ...appBudgets(call, tiktok.businessTier, app)];
}

function businessLimits(path: string): Limit[] {
  const limits = [...(BUSINESS_LIMITS[path] ?? [])];
  if (path.startsWith('/business/message/')) limits.push(MESSAGING_LIMIT);
  if (path.startsWith('/business/')) limits.push(ACCOUNT_ENDPOINT_LIMIT);
  return limits;
}

function appBudgets(call: RatedCall, tier: AppConfig['tiktok']['businessTier'], app: string): Budget[] {
  const limits = BUSINESS_TIERS[tier];
  const key = `business:${app}`;
  const budgets: Budget[] = [
    { key: `${key}:second`, scope: 'app', limit: limits.second, window: 'second' },
    { key: `${key}:minute`, scope: 'app', limit: limits.minute, window: 'minute' },
    { key: `${key}:day`, scope: 'app', limit: limits.day, window: 'utc-day' },
  ];
  if (call.path.startsWith('/business/')) {
    const limit = accountsApiPerMinute(tier);
    budgets.push({ key: `${key}:accounts`, scope: 'app', limit, window: 'minute' });
  }
  return budgets;
}

function toBudget(call: RatedCall, { limit, window, per, group }: Limit, app: string): Budget {
  const whose = {
    app: 'all',
    advertiser: call.advertiserId,
    account: call.accountId ?? call.credentialId,
    token: call.credentialId,
  }[per];
  const scope = per === 'app' ? 'endpoint' : per === 'token' ? 'account' : per;
  return {
    key: `${call.api}:${app}:${group ?? call.path}:${window}:${whose ?? 'all'}`,
    scope,
    limit,
    window,
  };
}
