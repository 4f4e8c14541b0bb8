import { ADVERTISER_TOKEN } from '../http/token-family.js';
import type { Priority } from '../rate-limits/rated-call.js';
import type { BusinessCaller } from './business-client.js';

/** An ad account, and the credential that may use it. */
export interface AdCaller {
  credentialId: string;
  /** 19 digits, as text. */
  advertiserId: string;
  /** Defaults to `background`. */
  priority?: Priority;
}

export function advertiserCaller({ credentialId, priority }: AdCaller): BusinessCaller {
  return { credentialId, family: ADVERTISER_TOKEN, priority };
}
