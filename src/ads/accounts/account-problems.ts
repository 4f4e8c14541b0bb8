import type { AccountProblemView } from './dto/ads-account.view.js';

const RECONNECT = 'Connect the ad accounts again with a TikTok user who may use this account.';

const WITHDRAWN: AccountProblemView = {
  code: 'access_withdrawn',
  reason: 'TikTok no longer grants access to this ad account.',
  fix: `Ask an admin of its Business Center to restore the access. Or: ${RECONNECT}`,
};
const NOT_CONNECTED: AccountProblemView = {
  code: 'ad_account_not_connected',
  reason: 'The connection to this ad account has ended or must be renewed.',
  fix: RECONNECT,
};

const OF_STATUS: Readonly<Record<string, Omit<AccountProblemView, 'code'>>> = {
  STATUS_DISABLE: {
    reason: 'TikTok has closed this ad account.',
    fix: 'Use another ad account, or ask TikTok support to open it again.',
  },
  STATUS_LIMIT: {
    reason: 'TikTok has suspended this ad account, so its ads do not run.',
    fix: 'Open the account in TikTok Ads Manager, read the reason and appeal there.',
  },
  STATUS_CONTRACT_PENDING: {
    reason: 'The contract of this ad account is not signed yet, so its ads do not run.',
    fix: 'Sign the contract in TikTok Ads Manager.',
  },
};
const IN_REVIEW = {
  reason: 'TikTok is still reviewing this ad account, so its ads do not run.',
  fix: 'Wait for the review. TikTok Ads Manager shows its progress.',
};
const REJECTED = {
  reason: 'TikTok has rejected this ad account, so its ads do not run.',
  fix: 'Correct what TikTok Ads Manager names as the reason, and submit the account again.',
};

/** Returns what is wrong with an account. Statuses that are not listed are no problem by themselves. */
export function problemOf(account: {
  accessible: boolean;
  connected: boolean;
  status: string | null;
}): AccountProblemView | null {
  if (!account.accessible) return WITHDRAWN;
  if (!account.connected) return NOT_CONNECTED;
  const code = account.status ?? '';
  const known = OF_STATUS[code] ?? byWord(code);
  return known ? { code, ...known } : null;
}

function byWord(status: string): Omit<AccountProblemView, 'code'> | undefined {
  if (status.includes('FAIL')) return REJECTED;
  return /PENDING|WAIT|UNAUDITED/.test(status) ? IN_REVIEW : undefined;
}
