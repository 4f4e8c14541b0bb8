import { ACCOUNT_TOKEN } from '../http/token-family.js';
import type { TokenHolder } from '../http/token.interceptor.js';

/** A TikTok account at the Business API: its credential, and the `open_id` that every call names as `business_id`. */
export interface BusinessAccount {
  credentialId: string;
  businessId: string;
}

export function holderOf({ credentialId }: BusinessAccount): TokenHolder {
  return { credentialId, family: ACCOUNT_TOKEN };
}
