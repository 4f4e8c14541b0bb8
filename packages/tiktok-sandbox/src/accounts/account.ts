/** What its owner, or TikTok's trust & safety team, has decided about an account. */
export interface AccountSettings {
  private: boolean;
  /** Banned from posting: `spam_risk_user_banned_from_posting`. */
  banned: boolean;
  commentDisabled: boolean;
  duetDisabled: boolean;
  stitchDisabled: boolean;
  maxVideoSeconds: number;
  /** This creator's daily post cap; null means the default one. */
  postsPerDay: number | null;
  /** When set, every publication that reaches processing ends FAILED with this `fail_reason`. */
  failPostsWith: string | null;
  /** The creator's app is older than 31.8: photo drafts get `app_version_check_failed`. */
  oldApp: boolean;
}

export const DEFAULT_ACCOUNT_SETTINGS: AccountSettings = {
  private: false,
  banned: false,
  commentDisabled: false,
  duetDisabled: false,
  stitchDisabled: false,
  maxVideoSeconds: 600,
  postsPerDay: null,
  failPostsWith: null,
  oldApp: false,
};

/** A TikTok account. Ids are opaque and differ by API, as at TikTok. */
export interface Account {
  /** Its position among all accounts, from 0. */
  readonly ordinal: number;
  readonly username: string;
  readonly displayName: string;
  readonly bio: string;
  readonly verified: boolean;
  /** The account's id for the Open API app. */
  readonly openId: string;
  readonly unionId: string;
  /** The account's id for the Business API app. */
  readonly businessId: string;
  readonly followers: number;
  readonly following: number;
  /** Followers gained per day. */
  readonly followersPerDay: number;
  /** Time at which `followers` was counted, ms. */
  readonly countedAt: number;
  settings: AccountSettings;
}

export type PrivacyLevel =
  'PUBLIC_TO_EVERYONE' | 'MUTUAL_FOLLOW_FRIENDS' | 'FOLLOWER_OF_CREATOR' | 'SELF_ONLY';

/** The privacy levels that creator info offers; a private account never offers the public one. */
export function privacyOptions(account: Account): PrivacyLevel[] {
  return account.settings.private
    ? ['FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']
    : ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];
}
