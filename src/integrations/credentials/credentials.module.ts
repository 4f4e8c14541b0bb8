import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '../../notifications/index.js';
import { TikTokTransportModule } from '../../tiktok/index.js';
import { Integration } from '../integration/integration.entity.js';
import { AccessReturn } from '../lifecycle/token-revocation.js';
import { RefreshHorizon } from '../lifecycle/expiry-warning.js';
import { IntegrationExpiry } from '../integration/integration-status.js';
import { ReconnectLinks } from '../lifecycle/reconnect-links.js';
import { CredentialStore } from './store/credential-store.js';
import { CredentialTokens } from './refresh/credential-tokens.js';
import { Credential } from '../integration/credential.entity.js';
import { JournalReplay } from './refresh/pair-recovery.js';
import { RefreshClaims } from './refresh/refresh-claims.js';
import { RefreshJournal } from './journal/token-journal.js';
import { RefreshLeases } from './refresh/refresh-leases.js';
import { RefreshSettlement } from './refresh/refresh-settlement.js';
import { TokenCipher } from './store/token-cipher.js';
import { TokenRefresher } from './refresh/token-refresher.js';
import { TokenWork } from '../lifecycle/credential-work.js';
import { UnreadableTokens } from './store/unreadable-tokens.js';

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
