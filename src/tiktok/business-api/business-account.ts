import { ACCOUNT_TOKEN } from '../http/token-family.js';
import type { Priority } from '../rate-limits/rated-call.js';
import type { BusinessCaller } from './business-client.js';

/** A TikTok account at the Business API: its credential, and its `open_id`, which calls send as `business_id`. */
export interface BusinessAccount {
  credentialId: string;
  businessId: string;
  /** Defaults to `background`. */
  priority?: Priority;
}

export function callerFor({ credentialId, priority }: BusinessAccount): BusinessCaller {
  return { credentialId, family: ACCOUNT_TOKEN, priority };
}
