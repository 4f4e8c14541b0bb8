import { ACCOUNT_TOKEN } from '../http/token-family.js';
import type { Priority } from '../rate-limits/rated-call.js';
import type { BusinessCaller } from './business-client.js';

/** A TikTok account at the Business API: its credential, and the `open_id` that every call names as `business_id`. */
export interface BusinessAccount {
  credentialId: string;
  businessId: string;
  /** Who waits for the answer; `background` when nothing is said. */
  priority?: Priority;
}

export function callerFor({ credentialId, priority }: BusinessAccount): BusinessCaller {
  return { credentialId, family: ACCOUNT_TOKEN, priority };
}
