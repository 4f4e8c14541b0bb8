import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Clock } from '../../src/common/index.js';
import { AppConfig } from '../../src/config/index.js';
import { SystemContext } from '../../src/database/index.js';
import { CredentialTokens, TikTokIncidents, TokenCipher } from '../../src/integrations/index.js';
import { JournalReplay } from '../../src/integrations/credentials/journal/journal-replay.js';
import { TokenJournal } from '../../src/integrations/credentials/journal/token-journal.js';
import { PairRecovery } from '../../src/integrations/credentials/refresh/pair-recovery.js';
import { RefreshClaims } from '../../src/integrations/credentials/refresh/refresh-claims.js';
import { RefreshLeases } from '../../src/integrations/credentials/refresh/refresh-leases.js';
import { RefreshSettlement } from '../../src/integrations/credentials/refresh/refresh-settlement.js';
import { TokenRefresher } from '../../src/integrations/credentials/refresh/token-refresher.js';
import { CredentialReads } from '../../src/integrations/credentials/store/credential-reads.js';
import { CredentialStore } from '../../src/integrations/credentials/store/credential-store.js';
import { TokenEndpoints } from '../../src/integrations/credentials/store/token-endpoints.js';
import { TokenVault } from '../../src/integrations/credentials/store/token-vault.js';
import { UnreadableTokens } from '../../src/integrations/credentials/store/unreadable-tokens.js';
import { IntegrationStatus } from '../../src/integrations/integration/integration-status.js';
import { Background, DataFolder } from '../../src/runtime/index.js';
import type { RunningConnector } from './connector.js';

/** Token custody as another process has it: with the same database, and no memory in common. */
export interface OtherProcess {
  tokens: CredentialTokens;
  stop(): Promise<void>;
}

/** @param sameMachine true if it also sees the connector's disk */
export async function otherProcess(
  { app, config }: RunningConnector,
  { sameMachine }: { sameMachine: boolean },
): Promise<OtherProcess> {
  const ownDir = await mkdtemp(path.join(os.tmpdir(), 'connector-other-'));
  const dataDir = sameMachine ? config.dataDir : ownDir;
  const the = <T>(type: abstract new (...args: never[]) => T): T => app.get<T>(type, { strict: false });
  const system = the(SystemContext);
  const store = the(CredentialStore);
  const vault = the(TokenVault);
  const status = the(IntegrationStatus);
  const clock = the(Clock);
  const unreadable = the(UnreadableTokens);
  const ownConfig = new AppConfig({ ...config, dataDir });
  const journal = new TokenJournal(ownConfig, the(TokenCipher), the(DataFolder));
  const replay = new JournalReplay(journal, the(Background));
  const recovery = new PairRecovery(journal, replay, store, vault, system, status, unreadable);
  recovery.onModuleInit();
  const leases = new RefreshLeases(system);
  const settlement = new RefreshSettlement(
    system,
    store,
    vault,
    leases,
    status,
    new TikTokIncidents(ownConfig, system, clock),
    clock,
  );
  const claims = new RefreshClaims(system, vault, leases, settlement, recovery, clock);
  const endpoints = the(TokenEndpoints);
  const refresher = new TokenRefresher(claims, leases, endpoints, journal, settlement, replay, clock);
  return {
    tokens: new CredentialTokens(config, new CredentialReads(system), vault, refresher, clock, unreadable),
    stop: async () => {
      replay.onApplicationShutdown();
      await rm(ownDir, { recursive: true, force: true });
    },
  };
}
