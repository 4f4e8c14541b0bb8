import { Module } from '@nestjs/common';
import { TikTokTransportModule } from '../../tiktok/index.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { IntegrationRecordsModule } from '../integration/integration-records.module.js';
import { JournalReplay } from './journal/journal-replay.js';
import { TokenJournal } from './journal/token-journal.js';
import { CredentialTokens } from './refresh/credential-tokens.js';
import { PairRecovery } from './refresh/pair-recovery.js';
import { RefreshClaims } from './refresh/refresh-claims.js';
import { RefreshLeases } from './refresh/refresh-leases.js';
import { RefreshSettlement } from './refresh/refresh-settlement.js';
import { TokenRefresher } from './refresh/token-refresher.js';
import { CredentialReads } from './store/credential-reads.js';
import { CredentialStore } from './store/credential-store.js';
import { TokenCipher } from './store/token-cipher.js';
import { TokenEndpoints } from './store/token-endpoints.js';
import { TokenVault } from './store/token-vault.js';
import { UnreadableTokens } from './store/unreadable-tokens.js';

const STORE = [CredentialReads, CredentialStore, TokenCipher, TokenEndpoints, TokenVault, UnreadableTokens];
const JOURNAL = [JournalReplay, TokenJournal];
const REFRESH = [
  CredentialTokens,
  PairRecovery,
  RefreshClaims,
  RefreshLeases,
  RefreshSettlement,
  TokenRefresher,
];

/** Tokens at rest and their refresh: what the TikTok client needs, without the rest of integrations. */
@Module({
  imports: [IncidentsModule, IntegrationRecordsModule, TikTokTransportModule],
  providers: [...STORE, ...JOURNAL, ...REFRESH],
  exports: [CredentialTokens, IntegrationRecordsModule, ...STORE, ...JOURNAL],
})
export class CredentialsModule {}
