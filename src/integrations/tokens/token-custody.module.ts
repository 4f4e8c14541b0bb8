import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '../../notifications/index.js';
import { TikTokTransportModule } from '../../tiktok/index.js';
import { Integration } from '../integration.entity.js';
import { AccessReturn } from '../life/access-return.js';
import { RefreshHorizon } from '../life/refresh-horizon.js';
import { IntegrationExpiry } from '../life/integration-expiry.js';
import { ReconnectLinks } from '../life/reconnect-links.js';
import { CredentialStore } from './credential-store.js';
import { CredentialTokens } from './credential-tokens.js';
import { Credential } from './credential.entity.js';
import { JournalReplay } from './journal-replay.js';
import { RefreshClaims } from './refresh-claims.js';
import { RefreshJournal } from './refresh-journal.js';
import { RefreshLeases } from './refresh-leases.js';
import { RefreshSettlement } from './refresh-settlement.js';
import { TokenCipher } from './token-cipher.js';
import { TokenRefresher } from './token-refresher.js';
import { TokenWork } from './token-work.js';
import { UnreadableTokens } from './unreadable-tokens.js';

/** Tokens at rest and their refresh: what the TikTok client needs from us, without the rest of integrations. */
@Module({
  imports: [NotificationsModule, TikTokTransportModule, TypeOrmModule.forFeature([Credential, Integration])],
  providers: [
    AccessReturn,
    CredentialStore,
    CredentialTokens,
    IntegrationExpiry,
    JournalReplay,
    ReconnectLinks,
    RefreshClaims,
    RefreshHorizon,
    RefreshJournal,
    RefreshLeases,
    RefreshSettlement,
    TokenCipher,
    TokenRefresher,
    TokenWork,
    UnreadableTokens,
  ],
  exports: [
    AccessReturn,
    CredentialStore,
    CredentialTokens,
    IntegrationExpiry,
    ReconnectLinks,
    RefreshJournal,
    TokenCipher,
    UnreadableTokens,
  ],
})
export class TokenCustodyModule {}
