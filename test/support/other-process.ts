import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Clock } from '../../src/common/index.js';
import { AppConfig } from '../../src/config/index.js';
import { SystemContext } from '../../src/database/index.js';
import { CredentialTokens, TokenCipher } from '../../src/integrations/index.js';
import { IntegrationExpiry } from '../../src/integrations/integration/integration-status.js';
import { CredentialStore } from '../../src/integrations/credentials/store/credential-store.js';
import { JournalReplay } from '../../src/integrations/credentials/refresh/pair-recovery.js';
import { RefreshClaims } from '../../src/integrations/credentials/refresh/refresh-claims.js';
import { RefreshJournal } from '../../src/integrations/credentials/journal/token-journal.js';
import { RefreshLeases } from '../../src/integrations/credentials/refresh/refresh-leases.js';
import { RefreshSettlement } from '../../src/integrations/credentials/refresh/refresh-settlement.js';
import { TokenRefresher } from '../../src/integrations/credentials/refresh/token-refresher.js';
import { UnreadableTokens } from '../../src/integrations/credentials/store/unreadable-tokens.js';
import { Background, DataFolder } from '../../src/runtime/index.js';
import { AccountOAuthApi, OAuthApi } from '../../src/tiktok/index.js';
import type { RunningConnector } from './connector.js';

/** Token custody as another process has it: with the same database, and no memory in common. */
export interface OtherProcess {
  tokens: CredentialTokens;
  stop(): Promise<void>;
}

/** @param sameMachine whether it also sees the connector's disk */
export async function otherProcess(
  { app, config }: RunningConnector,
  { sameMachine }: { sameMachine: boolean },
): Promise<OtherProcess> {
  const ownDir = await mkdtemp(path.join(os.tmpdir(), 'connector-other-'));
  const dataDir = sameMachine ? config.dataDir : ownDir;
  const the = <T>(type: abstract new (...args: never[]) => T): T => app.get<T>(type, { strict: false });
  const [system, store, expiry, clock] = [
    the(SystemContext),
    the(CredentialStore),
    the(IntegrationExpiry),
    the(Clock),
  ];
  const journal = new RefreshJournal(
    new AppConfig({ ...config, dataDir }),
    the(TokenCipher),
    the(DataFolder),
  );
  const unreadable = the(UnreadableTokens);
  const replay = new JournalReplay(journal, store, system, expiry, unreadable, the(Background));
  const leases = new RefreshLeases(system);
  const settlement = new RefreshSettlement(system, store, leases, journal, expiry, clock);
  const claims = new RefreshClaims(system, store, leases, settlement, journal, replay, clock);
  const refresher = new TokenRefresher(
    claims,
    leases,
    settlement,
    the(OAuthApi),
    the(AccountOAuthApi),
    replay,
  );
  return {
    tokens: new CredentialTokens(config, system, store, refresher, clock, unreadable),
    stop: async () => {
      replay.onApplicationShutdown();
      await rm(ownDir, { recursive: true, force: true });
    },
  };
}
