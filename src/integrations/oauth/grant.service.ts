import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { messageOf, newId, UnavailableError } from '../../common/index.js';
import { AccountOAuthApi } from '../../tiktok/index.js';
import type { GrantEntry } from '../credentials/journal/journal-entry.js';
import { JournalReplay } from '../credentials/journal/journal-replay.js';
import { TokenJournal } from '../credentials/journal/token-journal.js';
import { CredentialStore } from '../credentials/store/credential-store.js';
import type { TokenGrant } from '../credentials/store/granted-tokens.js';
import { isPermanent, TokenEndpoints } from '../credentials/store/token-endpoints.js';
import { GrantRefusedError } from './grant-refused.error.js';
import { GrantWriter } from './grant-writer.js';
import type { OAuthState } from './oauth-state.entity.js';

// A database that fails over is back within seconds, and a browser waits that long.
const RETRY_DELAYS_MS = [250, 1_000];

/**
 * Settles the tokens of a grant: they go into the database together with their integration, or are revoked. From TikTok's
 * answer until then the journal holds them.
 */
@Injectable()
export class GrantService implements OnModuleInit {
  private readonly logger = new Logger(GrantService.name);
  /** Ids of grants whose browser waits: the replay leaves them alone. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly journal: TokenJournal,
    private readonly replay: JournalReplay,
    private readonly credentials: CredentialStore,
    private readonly writer: GrantWriter,
    private readonly endpoints: TokenEndpoints,
    private readonly accounts: AccountOAuthApi,
  ) {}

  onModuleInit(): void {
    this.replay.register('grant', (entry) => this.complete(entry));
  }

  /**
   * @returns the id of the integration
   * @throws GrantRefusedError; UnavailableError `saving_delayed` while the database is unavailable: the grant is then
   * completed automatically
   */
  async settle(state: OAuthState, grant: TokenGrant): Promise<string> {
    const entry = entryOf(state, grant);
    this.underWay.add(entry.id);
    try {
      const isKept = await this.journal.keep('grant', entry);
      return await this.commitWithRetries(entry, isKept);
    } catch (error) {
      // What cannot be revoked now stays in the journal, and is revoked from there.
      if (error instanceof GrantRefusedError)
        await this.revoke(entry).catch((cause: unknown) => this.logger.warn(messageOf(cause)));
      throw error;
    } finally {
      this.underWay.delete(entry.id);
    }
  }

  /** Completes what the journal still holds, without the browser. */
  completeSoon(): void {
    this.replay.soon('grant');
  }

  /** Completes a grant of the journal if it is still wanted, else revokes it. @throws Error when neither is possible yet */
  private async complete(entry: GrantEntry): Promise<void> {
    if (this.underWay.has(entry.id)) return;
    try {
      await this.commit(entry, await this.username(entry), true);
    } catch (error) {
      if (!(error instanceof GrantRefusedError)) throw error;
      this.logger.warn(`a grant of the journal is revoked: ${error.code}`);
      await this.revoke(entry);
    }
  }

  private async commitWithRetries(entry: GrantEntry, isKept: boolean): Promise<string> {
    const username = await this.username(entry);
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.commit(entry, username, false);
      } catch (error) {
        if (error instanceof GrantRefusedError) throw error;
        this.logger.error(`the tokens of a grant are not committed yet: ${messageOf(error)}`);
        const delay = RETRY_DELAYS_MS[tries];
        if (delay === undefined) throw isKept ? delayed(error) : error;
        await sleep(delay);
      }
    }
  }

  private async commit(entry: GrantEntry, username: string | undefined, isLate: boolean): Promise<string> {
    const integrationId = await this.credentials.save(
      { ...entry, answeredAt: new Date(entry.answeredAt) },
      (em, credentialId) => this.writer.attach(em, entry, { credentialId, username, isLate }),
      { keepNewer: isLate },
    );
    await this.journal.discard('grant', entry);
    return integrationId;
  }

  /** Revokes tokens that were never stored, unless that would end the tokens of others who connected the same account. */
  private async revoke(entry: GrantEntry): Promise<void> {
    const { identity, tokens } = entry;
    if (!(await this.credentials.sharesEnd(identity, tokens.accessToken))) {
      try {
        await this.endpoints.revoke(identity.family, tokens.accessToken);
      } catch (error) {
        if (!isPermanent(error)) throw error;
        this.logger.warn(`TikTok refused a revoke: ${error.message}`);
      }
    }
    await this.journal.discard('grant', entry);
  }

  /** Returns the username to compare with the login's; undefined when TikTok does not share it. */
  private async username({ identity, tokens }: GrantEntry): Promise<string | undefined> {
    if (identity.family !== 'account' || !('openId' in tokens)) return undefined;
    try {
      return await this.accounts.username(tokens);
    } catch (error) {
      this.logger.warn(
        `the Business profile of a connected account could not be fetched: ${messageOf(error)}`,
      );
      return undefined;
    }
  }
}

function entryOf(state: OAuthState, { identity, tokens, answeredAt }: TokenGrant): GrantEntry {
  const { organisationId, userId, scopes, integrationId, allowDifferent } = state;
  return {
    id: newId(),
    stateHash: state.stateHash.toString('hex'),
    consent: { organisationId, userId, scopes, integrationId, allowDifferent },
    identity,
    tokens,
    answeredAt: answeredAt.toISOString(),
  };
}

function delayed(cause: unknown): UnavailableError {
  return new UnavailableError(
    'saving_delayed',
    'TikTok granted the access, but the database is unavailable. The service saves it automatically as soon as it can.',
    { cause },
  );
}
