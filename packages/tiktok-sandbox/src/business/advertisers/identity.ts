export const IDENTITY_TYPES = ['CUSTOMIZED_USER', 'AUTH_CODE', 'TT_USER', 'BC_AUTH_TT'] as const;

export type IdentityType = (typeof IDENTITY_TYPES)[number];

/** Who an ad appears to come from. */
export interface Identity {
  readonly id: string;
  readonly advertiserId: string;
  readonly type: IdentityType;
  readonly displayName: string;
  /** For identities that are TikTok accounts: whose posts may be used. */
  readonly username: string | null;
  readonly imageUri: string | null;
}
