import type { Integration, IntegrationStatus } from '../integration/integration.entity.js';
import { BUSINESS_SCOPE_ALIAS } from '../integration/scopes.js';

export class ConnectedFamilies {
  /** TikTok for Developers: profile, videos, publishing. */
  login: boolean;

  /** Business API: comments and insights. */
  account: boolean;

  /** Business API: ad accounts. */
  advertiser: boolean;
}

export class IntegrationView {
  /** @format uuid */
  id: string;

  /** Always `tiktok`. */
  platform: 'tiktok';

  /**
   * `pending`: the first consent is not complete. `active`: the account is connected. `expired`: reconnect the account.
   * `disconnected`: an admin ended the connection.
   */
  status: IntegrationStatus;

  /** Why the integration is not active. */
  statusReason: string | null;

  /** TikTok's id of the account within our app. */
  openId: string;

  displayName: string | null;

  /** Requires the scope `user.info.profile`. */
  username: string | null;

  /** A signed link that expires. */
  avatarUrl: string | null;

  grantedScopes: string[];

  /** The scopes that were requested and not granted. */
  missingScopes: string[];

  /** The TikTok APIs for which the account has given its consent. */
  families: ConnectedFamilies;

  createdAt: Date;

  updatedAt: Date;
}

export function toView(row: Integration): IntegrationView {
  return {
    id: row.id,
    platform: 'tiktok',
    status: row.status,
    statusReason: row.statusReason,
    openId: row.openId,
    displayName: row.displayName,
    username: row.username,
    avatarUrl: row.avatarUrl,
    grantedScopes: row.grantedScopes,
    missingScopes: missingScopes(row),
    families: {
      login: true,
      account: row.accountCredentialId !== null,
      advertiser: row.advertiserCredentialId !== null,
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** The alias for the Business scopes is granted by the second consent. */
function missingScopes({ requestedScopes, grantedScopes, accountCredentialId }: Integration): string[] {
  return requestedScopes.filter(
    (scope) =>
      !grantedScopes.includes(scope) && !(scope === BUSINESS_SCOPE_ALIAS && accountCredentialId !== null),
  );
}
