import { Injectable, Logger } from '@nestjs/common';
import { DomainError, messageOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { TryLaterError } from '../../jobs/index.js';
import {
  AccountOAuthApi,
  AdvertiserOAuthApi,
  isTransient,
  OAuthApi,
  TikTokApiError,
} from '../../tiktok/index.js';
import type { Integration } from '../integration.entity.js';
import { ReconnectNeededError } from '../tokens/credential-errors.js';
import { CredentialStore, isUsed } from '../tokens/credential-store.js';
import { CredentialTokens } from '../tokens/credential-tokens.js';
import { Credential } from '../tokens/credential.entity.js';

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
  ) {}

  /** @throws TryLaterError while TikTok cannot be reached */
  async revoke(integration: Integration): Promise<void> {
    for (const id of credentialsOf(integration)) {
      const family = await this.system.transaction('token to revoke', async (em) => {
        const credential = await em.getRepository(Credential).findOneBy({ id });
        if (!credential || credential.rejectedAt || (await isUsed(em, id, { exceptDisconnected: true })))
          return null;
        return credential.family;
      });
      if (family) await this.revokeCredential(family, id);
    }
  }

  /** Forgets the tokens, after the integration is gone. */
  async forget(integration: Integration): Promise<void> {
    for (const id of credentialsOf(integration)) await this.store.dropUnused(id);
  }

  private async revokeCredential(family: Credential['family'], id: string): Promise<void> {
    const endpoint = { login: this.login, account: this.account, advertiser: this.advertiser }[family];
    try {
      // TikTok revokes by a token that is alive: one that is over, or being refreshed, is waited for.
      await endpoint.revoke(await this.tokens.accessToken(id));
    } catch (error) {
      if (error instanceof ReconnectNeededError) return;
      if (isTransient(error))
        throw new TryLaterError(`revoke: ${messageOf(error)}`, undefined, { cause: error });
      // A token that TikTok does not take any more needs no revoking, and without our app there is nobody to revoke.
      if (!(error instanceof TikTokApiError || error instanceof DomainError)) throw error;
      this.logger.warn(`revoking was refused: ${error.message}`);
    }
  }
}

function credentialsOf({ credentialId, accountCredentialId, advertiserCredentialId }: Integration): string[] {
  return [credentialId, accountCredentialId, advertiserCredentialId].filter((id) => id !== null);
}
