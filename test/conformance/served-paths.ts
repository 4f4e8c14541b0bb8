import { BUSINESS_ENDPOINTS } from '../../sandbox/business/business.endpoints.js';

/** Paths that the SDK has no operations for and its bare client calls. */
const ACCOUNT_PATHS = /^\/(?:business|tt_user|subscription|discovery)\/|\/revoke_token\/$/;

/** Every served path of one side, as the sandbox's counters name it. */
export function servedPaths(side: 'ads' | 'accounts'): string[] {
  return BUSINESS_ENDPOINTS.filter((one) => ACCOUNT_PATHS.test(one.path) === (side === 'accounts')).map(
    (one) => `${one.method} /open_api/v1.3${one.path}`,
  );
}
