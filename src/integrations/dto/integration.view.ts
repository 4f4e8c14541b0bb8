import { ApiProperty } from '@nestjs/swagger';
import { BUSINESS_SCOPE_ALIAS } from '../integration/scopes.js';
import {
  INTEGRATION_STATUSES,
  type Integration,
  type IntegrationStatus,
} from '../integration/integration.entity.js';

class ConnectedFamilies {
  @ApiProperty({ description: 'TikTok for Developers: profile, videos, publishing' })
  login: boolean;

  @ApiProperty({ description: 'Business API: comments and insights' })
  account: boolean;

  @ApiProperty({ description: 'Business API: ad accounts' })
  advertiser: boolean;
}

/** An integration as the API shows it. */
export class IntegrationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['tiktok'], description: 'Always `tiktok`.' })
  platform: 'tiktok';

  @ApiProperty({
    enum: INTEGRATION_STATUSES,
    description:
      '`pending`: the first consent is not finished. `active`: connected. `expired`: connect the account again. `disconnected`: an admin ended the connection.',
  })
  status: IntegrationStatus;

  @ApiProperty({ type: String, nullable: true, description: 'why it is not active' })
  statusReason: string | null;

  @ApiProperty({ description: "TikTok's id of the account, for our app" })
  openId: string;

  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'needs the scope user.info.profile' })
  username: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'a signed link that expires' })
  avatarUrl: string | null;

  @ApiProperty({ type: [String] })
  grantedScopes: string[];

  @ApiProperty({ type: [String], description: 'asked for and not granted' })
  missingScopes: string[];

  @ApiProperty({ description: 'which of TikTok’s APIs the account has consented to' })
  families: ConnectedFamilies;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
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
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The alias for the Business scopes is granted by the second consent. */
function missingScopes({ requestedScopes, grantedScopes, accountCredentialId }: Integration): string[] {
  return requestedScopes.filter(
    (scope) =>
      !grantedScopes.includes(scope) && !(scope === BUSINESS_SCOPE_ALIAS && accountCredentialId !== null),
  );
}
