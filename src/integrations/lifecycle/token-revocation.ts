import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, DomainError, messageOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { TryLaterError } from '../../jobs/index.js';
import {
  AccountOAuthApi,
  AdvertiserOAuthApi,
  isTransient,
  OAuthApi,
  retryAfterSeconds,
  TikTokApiError,
  TikTokTokenRejectedError,
} from '../../tiktok/index.js';
import { credentialIdsOf, type Integration } from '../integration/integration.entity.js';
import { CredentialStore, isUsed, type CredentialIdentity } from '../credentials/store/credential-store.js';
import { CredentialTokens } from '../credentials/refresh/credential-tokens.js';
import { Credential } from '../integration/credential.entity.js';

// Longer than a purge takes that TikTok lets wait.
const FORGOTTEN_AFTER_SECONDS = 60 * 60;

/** A token that nobody uses, as it was seen under the row's lock. */
interface Unused {
  family: Credential['family'];
  token: string;
  /** As the row holds it: the row is still the same while it holds this. */
  encrypted: string;
}

/** Gives access back to TikTok: each of an integration's tokens that no other organisation needs is revoked. */
@Injectable()
export class AccessReturn {
  private readonly logger = new Logger(AccessReturn.name);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly tokens: CredentialTokens,
    private readonly login: OAuthApi,
    private readonly account: AccountOAuthApi,
    private readonly advertiser: AdvertiserOAuthApi,
    private readonly clock: Clock,
  ) {}

  /** @throws TryLaterError while TikTok cannot be reached */
  async revoke(integration: Integration): Promise<void> {
    const ids = credentialIdsOf(integration);
    // A process that is killed between the purge and `forget` would leave them behind.
    await this.store.lookAgain(ids, this.clock.inSeconds(FORGOTTEN_AFTER_SECONDS));
    for (const id of ids) await this.revokeOrWait(id);
  }

  /** Gives a credential back that no integration has any more, and forgets it. @throws TryLaterError as above */
  async retire(id: string): Promise<void> {
    await this.revokeOrWait(id);
    await this.store.dropUnused(id);
  }

  /** Whether a token that nobody else uses is still alive: it came after `revoke` had looked. */
  async isOwed(em: EntityManager, integration: Integration): Promise<boolean> {
    // Without a lock: consents lock a credential first and its integration then, purges the other way round.
    for (const id of credentialIdsOf(integration)) {
      const row = await em.getRepository(Credential).findOneBy({ id });
      if (row && (await isUnused(em, row))) return true;
    }
    return false;
  }

  /** Forgets the tokens, after the integration is gone. */
  async forget(integration: Integration): Promise<void> {
    for (const id of credentialIdsOf(integration)) await this.store.dropUnused(id);
  }

  /**
   * Gives back a token that was never saved here. When others have connected the same account it is left to end by
   * itself, since to revoke it would end theirs, too.
   * @throws TikTokError while TikTok cannot be reached
   */
  async giveBack(identity: CredentialIdentity, accessToken: string): Promise<void> {
    if (await this.store.sharesEnd(identity, accessToken)) return;
    try {
      await this.endpointOf(identity.family).revoke(accessToken);
    } catch (error) {
      this.assertFinal(error);
    }
  }

  private async revokeOrWait(id: string): Promise<void> {
    try {
      await this.revokeCredential(id);
    } catch (error) {
      if (!isTransient(error)) throw error;
      throw new TryLaterError(`revoke: ${messageOf(error)}`, retryAfterSeconds(error), { cause: error });
    }
  }

  /**
   * Revokes exactly the token that was seen unused; a pair that a consent saves meanwhile is not touched. TikTok revokes
   * by a token that is alive: one that is over, or that TikTok has ended early, is renewed first, once.
   */
  private async revokeCredential(id: string): Promise<void> {
    for (let renewed = false; ; renewed = true) {
      const unused = await this.system.transaction('token to revoke', (em) => this.lookFor(em, id));
      if (!unused) return;
      try {
        await this.endpointOf(unused.family).revoke(unused.token);
        return await this.markReturned(id, unused);
      } catch (error) {
        if (renewed || !isRefusedToken(error)) {
          this.assertFinal(error);
          return await this.markReturned(id, unused);
        }
      }
      if (!(await this.renew(id, unused))) return;
    }
  }

  private async lookFor(em: EntityManager, id: string): Promise<Unused | undefined> {
    const lock = { mode: 'pessimistic_write' as const };
    const row = await em.getRepository(Credential).findOne({ where: { id }, lock });
    if (!row || !(await isUnused(em, row))) return undefined;
    // The token would be replaced while it is given back, and the new one left alive.
    if (isRefreshing(row, this.clock.now())) throw new TryLaterError('a refresh is under way', 1);
    const token = this.store.readable(row);
    if (token !== undefined) return { family: row.family, token, encrypted: row.accessToken };
    // The data of whoever leaves must not wait for a key that may never come back.
    const lost = { rejectedAt: this.clock.now(), rejectedReason: 'it cannot be decrypted' };
    await em.getRepository(Credential).update({ id }, lost);
    return undefined;
  }

  /** @returns false when there is no other token to be had: then nothing is left to revoke */
  private async renew(id: string, unused: Unused): Promise<boolean> {
    try {
      await this.tokens.renewedToken(id, unused.token);
      return true;
    } catch (error) {
      this.assertFinal(error);
      await this.markReturned(id, unused);
      return false;
    }
  }

  /** Said of this very token only: a consent may have saved another one since. */
  private async markReturned(id: string, { encrypted }: Unused): Promise<void> {
    const returned = { rejectedAt: this.clock.now(), rejectedReason: 'given back' };
    await this.system.transaction('a token was given back', (em) =>
      em.getRepository(Credential).update({ id, accessToken: encrypted }, returned),
    );
  }

  /** A token that TikTok does not take any more needs no revoking, and without our app there is nobody to revoke. */
  private assertFinal(error: unknown): void {
    if (isTransient(error) || !(error instanceof TikTokApiError || error instanceof DomainError)) throw error;
    this.logger.warn(`revoking was refused: ${error.message}`);
  }

  private endpointOf(family: Credential['family']): OAuthApi | AccountOAuthApi | AdvertiserOAuthApi {
    return { login: this.login, account: this.account, advertiser: this.advertiser }[family];
  }
}

/** Alive, and no integration that is not about to go needs it. */
async function isUnused(em: EntityManager, { id, rejectedAt }: Credential): Promise<boolean> {
  return !rejectedAt && !(await isUsed(em, id, { exceptDisconnected: true }));
}

function isRefreshing({ refreshLeaseUntil }: Credential, now: Date): boolean {
  return refreshLeaseUntil !== null && refreshLeaseUntil > now;
}

/** "This token is not valid", in the words of either API. */
function isRefusedToken(error: unknown): boolean {
  if (error instanceof TikTokTokenRejectedError) return true;
  return error instanceof TikTokApiError && error.code === 'invalid_grant';
}
