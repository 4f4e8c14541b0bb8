import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { messageOf, newId, UnavailableError } from '../../common/index.js';
import { AccountOAuthApi } from '../../tiktok/index.js';
import { AccessReturn } from '../lifecycle/token-revocation.js';
import { CredentialStore, type ConsentGrant } from '../credentials/store/credential-store.js';
import { ConsentAttachment } from './grant-writer.js';
import { ConsentJournal, type AnsweredConsent } from '../connect/consent-journal.js';
import { ConsentRefusedError } from './grant-refused.error.js';
import { LateConsents } from '../connect/late-consents.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStates } from './oauth-state.store.js';

// A database that fails over is back within seconds, and a browser waits that long.
const RETRY_DELAYS_MS = [250, 1_000];

/**
 * Takes the tokens of a consent to where they belong: into the database together with their integration, or back to
 * TikTok. From TikTok's answer until then they lie in the journal.
 */
@Injectable()
export class ConsentSettlement {
  private readonly logger = new Logger(ConsentSettlement.name);
  /** Ids of consents whose browser waits: a replay leaves them alone. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly journal: ConsentJournal,
    private readonly credentials: CredentialStore,
    private readonly attachment: ConsentAttachment,
    private readonly access: AccessReturn,
    private readonly accounts: AccountOAuthApi,
    private readonly late: LateConsents,
    private readonly states: OAuthStates,
  ) {}

  /**
   * @returns the id of the integration
   * @throws ConsentRefusedError; UnavailableError `saving_delayed` when the database is away: the consent is then
   * completed by itself, later
   */
  async settle(state: OAuthState, grant: ConsentGrant): Promise<string> {
    const entry = entryOf(state, grant);
    this.underWay.add(entry.id);
    try {
      const kept = await this.journal.keep(entry);
      return await this.commitInTime(entry, kept);
    } catch (error) {
      // What cannot be given back now stays in the journal, and is tried again from there.
      if (error instanceof ConsentRefusedError)
        await this.giveBack(entry).catch((trouble: unknown) => this.logger.warn(messageOf(trouble)));
      throw error;
    } finally {
      this.underWay.delete(entry.id);
    }
  }

  /**
   * Completes a consent of the journal, when it is still wanted; otherwise gives its tokens back.
   * @throws Error when neither is possible yet
   */
  async replay(entry: AnsweredConsent): Promise<void> {
    if (this.underWay.has(entry.id)) return;
    try {
      await this.commit(entry, await this.username(entry), true);
    } catch (error) {
      if (!(error instanceof ConsentRefusedError)) throw error;
      this.logger.warn(`a consent of the journal is given back: ${error.code}`);
      await this.giveBack(entry);
    }
  }

  private async commitInTime(entry: AnsweredConsent, isKept: boolean): Promise<string> {
    const username = await this.username(entry);
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.commit(entry, username, false);
      } catch (error) {
        if (error instanceof ConsentRefusedError) throw error;
        this.logger.error(`the tokens of a consent are not committed yet: ${messageOf(error)}`);
        const delay = RETRY_DELAYS_MS[tries];
        if (delay === undefined) throw isKept ? delayed(error) : error;
        await sleep(delay);
      }
    }
  }

  private async commit(
    entry: AnsweredConsent,
    username: string | undefined,
    isLate: boolean,
  ): Promise<string> {
    const integrationId = await this.credentials.save(
      { ...entry, answeredAt: new Date(entry.answeredAt) },
      async (em, credentialId) => {
        if (isLate) await this.late.assertWanted(em, entry);
        const id = await this.attachment.attach(em, entry, credentialId, username);
        await this.states.connected(em, entry.stateHash, id);
        return id;
      },
      { keepNewer: isLate },
    );
    await this.journal.discard(entry);
    return integrationId;
  }

  private async giveBack(entry: AnsweredConsent): Promise<void> {
    await this.access.giveBack(entry.identity, entry.tokens.accessToken);
    await this.journal.discard(entry);
  }

  /** To compare with the login's. Where TikTok does not tell it the consent is taken as it is. */
  private async username({ identity, tokens }: AnsweredConsent): Promise<string | undefined> {
    if (identity.family !== 'account' || !('openId' in tokens)) return undefined;
    try {
      return await this.accounts.username(tokens);
    } catch (error) {
      this.logger.warn(`the business profile was not to be had when connecting: ${messageOf(error)}`);
      return undefined;
    }
  }
}

function entryOf(state: OAuthState, { identity, tokens, answeredAt }: ConsentGrant): AnsweredConsent {
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
    'TikTok has given the access; it is saved by itself as soon as the database answers.',
    { cause },
  );
}
