import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { isError, messageOf } from '../../../common/index.js';
import { AccountOAuthApi, OAuthApi, type TokenPair } from '../../../tiktok/index.js';
import { JournalReplay } from './pair-recovery.js';
import { RefreshClaims, type RefreshReason } from './refresh-claims.js';
import { RefreshLeases, type RefreshTurn } from './refresh-leases.js';
import { tokenOf, type Outcome } from './refresh-outcome.js';
import { RefreshSettlement } from './refresh-settlement.js';

// How often a process looks whether another one's refresh has ended: at first often, since most take a moment.
const FIRST_POLL_MS = 25;
const POLL_GROWTH = 1.3;
const MAX_POLL_MS = 500;

/**
 * Replaces a token pair. TikTok takes each refresh token once, so one process asks at a time and no answer may be lost:
 *
 * 1. Claim: a short transaction locks the row, commits what this machine's journal holds, and looks whether a refresh is
 *    still wanted.
 * 2. If it is, the same transaction takes the lease (one attempt of all processes) and leaves the mark (for machines
 *    that cannot see this one's journal). While another attempt holds the lease, wait and claim again.
 * 3. Ask TikTok, without a transaction, a lock or a connection. The lease is renewed in the meantime.
 * 4. Journal the new pair on disk, before anything else.
 * 5. Settle: a short transaction locks the row, checks that it still holds the refresh token that was used, and replaces
 *    the pair, or writes down the refusal. That ends lease and mark.
 * 6. When the commit fails the callers get the new token, and the replay commits the journal as soon as it can. When the
 *    process is killed its lease ends by time, and the journal is replayed at its next start.
 */
@Injectable()
export class TokenRefresher {
  private readonly logger = new Logger(TokenRefresher.name);

  constructor(
    private readonly claims: RefreshClaims,
    private readonly leases: RefreshLeases,
    private readonly settlement: RefreshSettlement,
    private readonly oauth: OAuthApi,
    private readonly accountOAuth: AccountOAuthApi,
    private readonly replay: JournalReplay,
  ) {}

  /** @throws ReconnectNeededError, or TikTokError when there is no valid token to be had now */
  async refresh(credentialId: string, reason: RefreshReason): Promise<string> {
    for (;;) {
      const claim = await this.claims.take(credentialId, reason);
      if (claim === 'busy') await this.untilFree(credentialId);
      else return tokenOf('outcome' in claim ? claim.outcome : await this.ask(claim));
    }
  }

  private async untilFree(credentialId: string): Promise<void> {
    let pollMs = FIRST_POLL_MS;
    do {
      await sleep(pollMs);
      pollMs = Math.min(pollMs * POLL_GROWTH, MAX_POLL_MS);
    } while (await this.leases.isTaken(credentialId));
  }

  private ask(turn: RefreshTurn): Promise<Outcome> {
    return this.leases.during(turn.credentialId, turn.lease, async () => {
      const answer = await this.endpointOf(turn)
        .refresh(turn.refreshToken)
        .catch((error: unknown) => (isError(error) ? error : new Error(messageOf(error))));
      return 'accessToken' in answer
        ? await this.save(turn, answer)
        : await this.settlement.failed(turn, answer);
    });
  }

  /** TikTok has answered: when the commit fails the pair is in the journal, and it is good for the callers. */
  private async save(turn: RefreshTurn, pair: TokenPair): Promise<Outcome> {
    try {
      return await this.settlement.succeeded(turn, pair);
    } catch (error) {
      this.logger.error(`a new pair is not committed yet, the journal holds it: ${messageOf(error)}`);
      this.replay.soon();
      return { token: pair.accessToken };
    }
  }

  private endpointOf({ family }: RefreshTurn): OAuthApi | AccountOAuthApi {
    return family === 'account' ? this.accountOAuth : this.oauth;
  }
}
