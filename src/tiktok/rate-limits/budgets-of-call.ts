import type { AppConfig } from '../../config/index.js';
import type { Budget } from './budget.js';
import {
  ACCOUNT_ENDPOINT_LIMIT,
  BUSINESS_LIMITS,
  BUSINESS_TIERS,
  MESSAGING_LIMIT,
  OPEN_API_LIMITS,
  type Limit,
} from './limit-tables.js';
import type { RatedCall } from './rated-call.js';

/** Lists the budgets that a call counts against. Endpoints whose limit TikTok does not publish have none. */
export function budgetsOf(call: RatedCall, { login, business, businessTier }: AppConfig['tiktok']): Budget[] {
  if (call.api === 'open') {
    const limit = OPEN_API_LIMITS[call.path];
    return limit ? [toBudget(call, limit, login.id)] : [];
  }
  const app = business?.id ?? '';
  const { second, accounts } = BUSINESS_TIERS[businessTier];
  const isAccountsApi = call.path.startsWith('/business/');
  const limits: Limit[] = [
    ...(BUSINESS_LIMITS[call.path] ?? []),
    ...(call.path.startsWith('/business/message/') ? [MESSAGING_LIMIT] : []),
    ...(isAccountsApi ? [ACCOUNT_ENDPOINT_LIMIT] : []),
  ];
  const budgets = limits.map((limit) => toBudget(call, limit, app));
  budgets.push({
    key: `business:${app}:second`,
    scope: 'app',
    covers: 'all',
    limit: second,
    window: 'second',
  });
  if (isAccountsApi)
    budgets.push({
      key: `business:${app}:accounts`,
      scope: 'app',
      covers: 'accounts',
      limit: accounts,
      window: 'minute',
    });
  return budgets;
}

function toBudget(call: RatedCall, { limit, window, per, group }: Limit, app: string): Budget {
  const subject = {
    app: 'all',
    advertiser: call.advertiserId,
    account: call.accountId ?? call.credentialId,
    token: call.credentialId,
  }[per];
  const scope = per === 'app' ? 'endpoint' : per === 'token' ? 'account' : per;
  const covers = group ?? call.path;
  const key = `${call.api}:${app}:${covers}:${window}:${subject ?? 'all'}`;
  return { key, scope, covers, limit, window };
}
