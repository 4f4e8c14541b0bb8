import { Injectable, Logger } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { Clock, messageOf, newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { OAuthApi, UserApi, type TikTokUser, type TokenPair } from '../../tiktok/index.js';
import { Integration } from '../integration.entity.js';
import { CredentialStore } from '../tokens/credential-store.js';
import { ConsentLinks } from './consent-links.js';
import { ConsentRefusedError } from './consent-refused.error.js';
import type { OAuthState } from './oauth-state.entity.js';

/** Finishes a consent at TikTok for Developers: the account is connected, or renewed. Runs inside the organisation. */
@Injectable()
export class LoginConsent {
  private readonly logger = new Logger(LoginConsent.name);

  constructor(
    private readonly links: ConsentLinks,
    private readonly oauth: OAuthApi,
    private readonly credentials: CredentialStore,
    private readonly users: UserApi,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the integration, new or renewed
   * @throws TikTokError when TikTok gives no token for the code, ConsentRefusedError for another account than was meant
   */
  async finish(consent: OAuthState, code: string): Promise<string> {
    const pair = await this.oauth.exchangeCode(code, this.links.redirectUri('login'));
    await this.assertMeant(consent, pair.openId);
    const identity = { family: 'login' as const, appId: this.oauth.clientKey, subject: pair.openId };
    const credentialId = await this.credentials.save(identity, pair);
    const profile = await this.profile(credentialId, pair);
    return await this.orgContext.transaction((em) => this.save(em, consent, credentialId, pair, profile));
  }

  /** Somebody who reconnects an account while signed in to another one would swap it without noticing. */
  private async assertMeant({ integrationId, allowDifferent }: OAuthState, openId: string): Promise<void> {
    if (integrationId === null || allowDifferent) return;
    const meant = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findOneBy({ id: integrationId, status: Not('disconnected') }),
    );
    if (!meant) throw new ConsentRefusedError('integration_gone');
    if (meant.openId !== openId) throw new ConsentRefusedError('different_account');
  }

  /** The tokens are what counts: without a profile the account is connected all the same, and a sync fills it in. */
  private async profile(credentialId: string, pair: TokenPair): Promise<Partial<TikTokUser>> {
    try {
      return await this.users.info(credentialId, pair.scopes, 'interactive');
    } catch (error) {
      this.logger.warn(`the profile was not to be had when connecting: ${messageOf(error)}`);
      return {};
    }
  }

  private async save(
    em: EntityManager,
    consent: OAuthState,
    credentialId: string,
    pair: TokenPair,
    profile: Partial<TikTokUser>,
  ): Promise<string> {
    const { organisationId } = consent;
    const { openId } = pair;
    const repository = em.getRepository(Integration);
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organisationId}/${openId}`]);
    const known = await repository.findOneBy({ organisationId, openId });
    const saved = await repository.save({
      id: known?.id ?? newId(),
      organisationId,
      openId,
      credentialId,
      // Without a profile the one that is known stays.
      displayName: profile.display_name ?? known?.displayName ?? null,
      username: profile.username ?? known?.username ?? null,
      avatarUrl: profile.avatar_url ?? known?.avatarUrl ?? null,
      status: 'active' as const,
      statusReason: null,
      purgeAt: null,
      requestedScopes: consent.scopes,
      grantedScopes: pair.scopes,
      connectedBy: consent.userId,
      dueAt: this.clock.now(),
    });
    return saved.id;
  }
}
