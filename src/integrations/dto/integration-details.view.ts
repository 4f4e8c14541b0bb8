import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CAPABILITIES, type Capability, type CapabilityState } from '../integration/capabilities.js';
import {
  CREDENTIAL_FAMILIES,
  type Credential,
  type CredentialFamily,
} from '../integration/credential.entity.js';
import { IntegrationView } from './integration.view.js';

class CapabilityView {
  @ApiProperty({ enum: CAPABILITIES, description: 'What the account may be able to do.' })
  capability: Capability;

  @ApiProperty()
  available: boolean;

  @ApiPropertyOptional({ description: 'why not' })
  reason?: string;

  @ApiPropertyOptional({ description: 'what helps' })
  fix?: string;

  @ApiPropertyOptional({
    enum: ['get-auth-url', 'get-ads-auth-url'],
    description: 'for developers: the call that the fix begins with',
  })
  fixCall?: CapabilityState['fixCall'];

  @ApiPropertyOptional({ description: 'for developers: a scope to ask for in that call' })
  fixScope?: string;
}

class TokenView {
  @ApiProperty({
    enum: CREDENTIAL_FAMILIES,
    description:
      "Which of TikTok's APIs the token is for. `login`: TikTok for Developers. `account`: comments and insights. `advertiser`: ad accounts.",
  })
  family: CredentialFamily;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: it has no end' })
  accessExpiresAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'connect again before' })
  refreshExpiresAt: string | null;

  @ApiProperty({ description: 'refreshes in a row that did not go through' })
  refreshFailures: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when TikTok refused it for good',
  })
  rejectedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  rejectedReason: string | null;
}

class QuotaView {
  @ApiProperty({ example: 'posts_per_day' })
  quota: string;

  @ApiProperty()
  used: number;

  @ApiProperty()
  limit: number;

  @ApiProperty({ description: 'how long TikTok looks back' })
  windowSeconds: number;
}

class RecentErrorView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'publication' })
  what: string;

  @ApiProperty()
  code: string;

  @ApiProperty({ description: 'a sentence for a person' })
  message: string;
}

class AppView {
  @ApiProperty({ description: 'TikTok has audited the app: public posts are possible' })
  audited: boolean;
}

export class IntegrationDetailsView extends IntegrationView {
  @ApiProperty({ type: [CapabilityView] })
  capabilities: CapabilityView[];

  @ApiProperty({ type: [TokenView], description: 'the life of its tokens; never the tokens' })
  tokens: TokenView[];

  @ApiProperty()
  app: AppView;

  @ApiProperty({ type: [QuotaView], description: "how much of TikTok's limits is used" })
  quotas: QuotaView[];

  @ApiProperty({ type: [RecentErrorView], description: 'newest first' })
  lastErrors: RecentErrorView[];
}

export function toTokenView(row: Credential): TokenView {
  return {
    family: row.family,
    issuedAt: row.issuedAt.toISOString(),
    accessExpiresAt: row.accessExpiresAt?.toISOString() ?? null,
    refreshExpiresAt: row.refreshExpiresAt?.toISOString() ?? null,
    refreshFailures: row.refreshFailures,
    rejectedAt: row.rejectedAt?.toISOString() ?? null,
    rejectedReason: row.rejectedReason,
  };
}
