export const AVAILABLE_STATUSES = [
  'AVAILABLE',
  'NO_VALID_BIND_ACCOUNT',
  'SCOPE_UNAVAILABLE',
  'IS_PRIVATE_ACCOUNT',
  'NOT_BUSINESS_ACCOUNT',
] as const;

/** What a TikTok account allows advertisers, where it differs from the usual. */
export interface IdentityTraits {
  readonly username: string;
  /** Undefined: it follows from the account. */
  availableStatus?: (typeof AVAILABLE_STATUSES)[number];
  canPullVideo: boolean;
  canPushVideo: boolean;
  adsOnlyMode: boolean;
  /** An account of a government, a politician or a party. */
  isGpppa: boolean;
}

export function usualTraits(username: string): IdentityTraits {
  return { username, canPullVideo: true, canPushVideo: true, adsOnlyMode: false, isGpppa: false };
}
