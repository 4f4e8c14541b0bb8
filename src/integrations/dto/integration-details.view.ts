import type { Capability } from '../integration/capabilities.js';
import type { Credential, CredentialFamily } from '../integration/credential.entity.js';
import { IntegrationView } from './integration.view.js';

export class CapabilityView {
  /** What the account may be able to do. */
  capability: Capability;

  available: boolean;

  /** Why the capability is not available. */
  reason?: string;

  /** How to make it available. */
  fix?: string;

  /** For developers: the call that starts the fix. */
  fixCall?: 'get-auth-url' | 'get-ads-auth-url';

  /** For developers: a scope to request in that call. */
  fixScope?: string;
}

export class TokenView {
  /**
   * The TikTok API that the token is for. `login`: TikTok for Developers. `account`: comments and insights. `advertiser`:
   * ad accounts.
   */
  family: CredentialFamily;

  issuedAt: Date;

  /** Null if the token does not expire. */
  accessExpiresAt: Date | null;

  /** Reconnect the account before this time. */
  refreshExpiresAt: Date | null;

  /** How many refreshes in a row have failed. */
  refreshFailures: number;

  /** When TikTok rejected the token permanently. */
  rejectedAt: Date | null;

  rejectedReason: string | null;
}

export class QuotaView {
  /** @example posts_per_day */
  quota: string;

  used: number;

  limit: number;

  /** The length of the window in which TikTok counts. */
  windowSeconds: number;
}

export class RecentErrorView {
  /** @format date-time */
  at: string;

  /** @example publication */
  what: string;

  code: string;

  /** What happened and what to do, as text to show to the user. */
  message: string;
}

export class AppView {
  /** True if TikTok has audited the app: public posts are possible. */
  audited: boolean;
}

export class IntegrationDetailsView extends IntegrationView {
  capabilities: CapabilityView[];

  /** When each token expires. The answer never contains a token. */
  tokens: TokenView[];

  app: AppView;

  /** How much of TikTok's limits is used. */
  quotas: QuotaView[];

  /** Recent errors, newest first. */
  lastErrors: RecentErrorView[];
}

export function toTokenView(row: Credential): TokenView {
  const { family, issuedAt, accessExpiresAt, refreshExpiresAt, refreshFailures } = row;
  const { rejectedAt, rejectedReason } = row;
  return {
    family,
    issuedAt,
    accessExpiresAt,
    refreshExpiresAt,
    refreshFailures,
    rejectedAt,
    rejectedReason,
  };
}
