import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, isError, messageOf } from '../../../common/index.js';
import type { TokenPair } from '../../../tiktok/index.js';
import { fingerprint, type RefreshEntry } from '../journal/journal-entry.js';
import { JournalReplay } from '../journal/journal-replay.js';
import { TokenJournal } from '../journal/token-journal.js';
import { TokenEndpoints } from '../store/token-endpoints.js';
import { RefreshClaims, type RefreshReason } from './refresh-claims.js';
import { RefreshLeases, type RefreshTurn } from './refresh-leases.js';
import { tokenOf, type Outcome } from './refresh-outcome.js';
import { RefreshSettlement } from './refresh-settlement.js';

// How often to check whether another process's refresh has ended: often at first, since most take a moment.
const FIRST_POLL_MS = 25;
const POLL_GROWTH = 1.3;
const MAX_POLL_MS = 500;

/**
 * Replaces a token pair. TikTok accepts each refresh token once, so one process asks at a time and no answer may be lost:
 *
 * 1. Claim: lock the row, apply this machine's journal to it, and decide whether a refresh is still needed.
 * 2. Lease: in the same transaction take the lease and mark the row; while another attempt holds it, wait and claim again.
 * 3. Ask TikTok without a transaction, a lock or a connection, and renew the lease in the meantime.
 * 4. Journal the new pair on disk before anything else.
 * 5. Settle: lock the row, check that it still holds the refresh token that was used, then store the pair or the failure.
 * 6. If that commit fails, give callers the new token; the journal's replay commits the pair as soon as it can.
 *
 * A killed process's lease expires, and its journal is replayed at the next start. The mark informs other machines, which
 * cannot see this journal, not to believe a rejection for ten minutes.
 */
@Injectable()
export class TokenRefresher {
  private readonly logger = new Logger(TokenRefresher.name);

  constructor(
    private readonly claims: RefreshClaims,
    private readonly leases: RefreshLeases,
    private readonly endpoints: TokenEndpoints,
    private readonly journal: TokenJournal,
    private readonly settlement: RefreshSettlement,
    private readonly replay: JournalReplay,
    private readonly clock: Clock,
  ) {}

  /** @throws ReconnectNeededError, or TikTokError when no valid token can be obtained now */
  async refresh(credentialId: string, reason: RefreshReason): Promise<string> {
    for (;;) {
      const claim = await this.claims.take(credentialId, reason); // 1 and 2
      if (claim === 'busy') await this.untilFree(credentialId);
      else if ('outcome' in claim) return tokenOf(claim.outcome);
      else return tokenOf(await this.leases.during(claim, () => this.renew(claim)));
    }
  }

  private async renew(turn: RefreshTurn): Promise<Outcome> {
    const answer = await this.ask(turn); // 3
    if (!('accessToken' in answer)) return await this.settlement.failed(turn, answer); // 5
    const entry = entryOf(turn, answer, this.clock.now());
    await this.journal.keep('refresh', entry); // 4
    try {
      const outcome = await this.settlement.succeeded(turn, entry); // 5
      await this.journal.discard('refresh', entry);
      return outcome;
    } catch (error) {
      this.logger.error(`a new pair is not committed yet, the journal holds it: ${messageOf(error)}`);
      this.replay.soon('refresh'); // 6
      return { token: answer.accessToken };
    }
  }

  private async ask({ family, refreshToken }: RefreshTurn): Promise<TokenPair | Error> {
    try {
      return await this.endpoints.refresh(family, refreshToken);
    } catch (error) {
      return isError(error) ? error : new Error(messageOf(error));
    }
  }

  private async untilFree(credentialId: string): Promise<void> {
    let pollMs = FIRST_POLL_MS;
    do {
      await sleep(pollMs);
      pollMs = Math.min(pollMs * POLL_GROWTH, MAX_POLL_MS);
    } while (await this.leases.isTaken(credentialId));
  }
}

function entryOf(
  { credentialId, refreshToken }: RefreshTurn,
  pair: TokenPair,
  answeredAt: Date,
): RefreshEntry {
  return { credentialId, replaced: fingerprint(refreshToken), pair, answeredAt: answeredAt.toISOString() };
}
