import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { retryError, TryLaterError } from '../../jobs/index.js';
import {
  isTransient,
  retryAfterSeconds,
  TikTokApiError,
  TikTokTokenRejectedError,
} from '../../tiktok/index.js';
import { CredentialTokens } from '../credentials/refresh/credential-tokens.js';
import { CredentialStore } from '../credentials/store/credential-store.js';
import { isUsed, lockCredential } from '../credentials/store/credential-use.js';
import { isPermanent, TokenEndpoints } from '../credentials/store/token-endpoints.js';
import { TokenVault } from '../credentials/store/token-vault.js';
import { Credential } from '../integration/credential.entity.js';
import { credentialIdsOf, type Integration } from '../integration/integration.entity.js';

// Longer than a purge takes, waiting for TikTok included.
const LEFTOVERS_AFTER_SECONDS = 60 * 60;

/** A token that no integration uses, as read under the row's lock. */
interface UnusedToken {
  family: Credential['family'];
  token: string;
  /** The stored ciphertext: the row is unchanged while it holds this. */
  encrypted: string;
}

/** Revokes at TikTok the tokens that no organisation needs any longer, and deletes their credentials. */
@Injectable()
export class TokenRevocation {
  private readonly logger = new Logger(TokenRevocation.name);

  constructor(
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly vault: TokenVault,
    private readonly tokens: CredentialTokens,
    private readonly endpoints: TokenEndpoints,
    private readonly clock: Clock,
  ) {}

  /** Revokes each token of an integration that no other one uses. @throws TryLaterError while TikTok is unavailable */
  async revoke(integration: Integration): Promise<void> {
    const ids = credentialIdsOf(integration);
    // A process that is killed between the purge and `release` would leave the credentials behind.
    await this.store.bringForward(ids, this.clock.inSeconds(LEFTOVERS_AFTER_SECONDS));
    for (const id of ids) await this.revokeOrWait(id);
  }

  /** Deletes the credentials of an integration that is gone, unless another one uses them. */
  async release(integration: Integration): Promise<void> {
    for (const id of credentialIdsOf(integration)) await this.store.dropUnused(id);
  }

  /** Revokes and deletes a credential that no integration has any longer. @throws TryLaterError as above */
  async remove(credentialId: string): Promise<void> {
    await this.revokeOrWait(credentialId);
    await this.store.dropUnused(credentialId);
  }

  /** True if a token that no other integration uses still works: it was stored after `revoke` had looked. */
  async isOwed(em: EntityManager, integration: Integration): Promise<boolean> {
    // No lock: a consent locks a credential before its integration, a purge the other way round.
    for (const id of credentialIdsOf(integration)) {
      const row = await em.getRepository(Credential).findOneBy({ id });
      if (row && (await isUnused(em, row))) return true;
    }
    return false;
  }

  private async revokeOrWait(id: string): Promise<void> {
    try {
      await this.revokeCredential(id);
    } catch (error) {
      throw retryError({
        error,
        retryable: isTransient(error),
        retryAfterSeconds: retryAfterSeconds(error),
      });
    }
  }

  /**
   * Revokes exactly the token that was seen unused; a pair that a consent stores in the meantime is not touched. TikTok
   * revokes by a working token: one that has expired, or that TikTok has ended early, is renewed first, once.
   */
  private async revokeCredential(id: string): Promise<void> {
    for (let renewed = false; ; renewed = true) {
      const unused = await this.system.transaction('token to revoke', (em) => this.findUnused(em, id));
      if (!unused) return;
      try {
        await this.endpoints.revoke(unused.family, unused.token);
        return await this.markRevoked(id, unused);
      } catch (error) {
        if (renewed || !isRejectedToken(error)) {
          this.assertPermanent(error);
          return await this.markRevoked(id, unused);
        }
      }
      if (!(await this.renew(id, unused))) return;
    }
  }

  private async findUnused(em: EntityManager, id: string): Promise<UnusedToken | undefined> {
    const row = await lockCredential(em, id);
    if (!row || !(await isUnused(em, row))) return undefined;
    // The refresh would replace the token during the revoke, and the new one would stay alive.
    if (isRefreshing(row, this.clock.now())) throw new TryLaterError('a refresh is under way', 1);
    const token = this.vault.readable(row);
    if (token !== undefined) return { family: row.family, token, encrypted: row.accessToken };
    // The deletion of the data must not wait for a key that may never come back.
    const lost = { rejectedAt: this.clock.now(), rejectedReason: 'the stored token cannot be decrypted' };
    await em.getRepository(Credential).update({ id }, lost);
    return undefined;
  }

  /** @returns false if no other token can be obtained, so that nothing is left to revoke */
  private async renew(id: string, unused: UnusedToken): Promise<boolean> {
    try {
      await this.tokens.renewedToken(id, unused.token);
      return true;
    } catch (error) {
      this.assertPermanent(error);
      await this.markRevoked(id, unused);
      return false;
    }
  }

  /** Marks this very token only: a consent may have stored another one since. */
  private async markRevoked(id: string, { encrypted }: UnusedToken): Promise<void> {
    const revoked = { rejectedAt: this.clock.now(), rejectedReason: 'revoked by this service' };
    await this.system.transaction('a token was revoked', (em) =>
      em.getRepository(Credential).update({ id, accessToken: encrypted }, revoked),
    );
  }

  private assertPermanent(error: unknown): void {
    if (!isPermanent(error)) throw error;
    this.logger.warn(`TikTok refused a revoke: ${error.message}`);
  }
}

/** True if the credential works and no integration needs it, except those about to be purged. */
async function isUnused(em: EntityManager, { id, rejectedAt }: Credential): Promise<boolean> {
  return !rejectedAt && !(await isUsed(em, id, { exceptDisconnected: true }));
}

function isRefreshing({ refreshLeaseUntil }: Credential, now: Date): boolean {
  return refreshLeaseUntil !== null && refreshLeaseUntil > now;
}

/** True if TikTok rejects the token itself, in the codes of either API. */
function isRejectedToken(error: unknown): boolean {
  if (error instanceof TikTokTokenRejectedError) return true;
  return error instanceof TikTokApiError && error.code === 'invalid_grant';
}
