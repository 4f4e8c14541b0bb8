import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf, newId } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { OAuthApi, UserApi, type TikTokUser, type TokenPair } from '../../tiktok/index.js';
import { CredentialStore } from '../tokens/credential-store.js';
import { Integration } from '../integration.entity.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStates } from './oauth-states.js';
import { checkReturnUrl } from './return-url.js';
import { loginScopes } from './scopes.js';

/** Path of the redirect URI that is registered with TikTok. */
export const CALLBACK_PATH = '/connect/oauth/tiktok/callback';

/** Connects TikTok accounts: where to send the browser, and what to do when it comes back. */
@Injectable()
export class Connector {
  private readonly logger = new Logger(Connector.name);

  constructor(
    private readonly config: AppConfig,
    private readonly states: OAuthStates,
    private readonly oauth: OAuthApi,
    private readonly credentials: CredentialStore,
    private readonly users: UserApi,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInputError on unknown scopes and on return addresses off the list */
  async authUrl(userId: string, scopes: string[], returnUrl: string): Promise<string> {
    const allowed = checkReturnUrl(returnUrl, this.config.returnUrlOrigins);
    const consentScopes = loginScopes(scopes);
    const state = await this.states.create({ userId, returnUrl: allowed.href, scopes });
    return this.oauth.authorizeUrl({ scopes: consentScopes, redirectUri: this.redirectUri, state });
  }

  /**
   * Finishes a consent that was given.
   * @returns the id of the integration, new or renewed
   * @throws TikTokError when TikTok does not give a token for the code
   */
  async connect(consent: OAuthState, code: string): Promise<string> {
    const pair = await this.oauth.exchangeCode(code, this.redirectUri);
    const credentialId = await this.credentials.save(
      { family: 'login', appId: this.oauth.clientKey, subject: pair.openId },
      pair,
    );
    const profile = await this.profile(credentialId, pair);
    return await this.orgContext.run(consent.organisationId, 'connect an account', () =>
      this.saveIntegration(consent, credentialId, pair, profile),
    );
  }

  private get redirectUri(): string {
    return this.config.http.publicUrl + CALLBACK_PATH;
  }

  /** The tokens are what counts: without a profile the account is connected all the same, and a sync fills it in. */
  private async profile(credentialId: string, pair: TokenPair): Promise<Partial<TikTokUser>> {
    try {
      return await this.users.info(credentialId, pair.scopes);
    } catch (error) {
      this.logger.warn(`the profile was not to be had when connecting: ${messageOf(error)}`);
      return {};
    }
  }

  private saveIntegration(
    consent: OAuthState,
    credentialId: string,
    pair: TokenPair,
    profile: Partial<TikTokUser>,
  ): Promise<string> {
    const { organisationId } = consent;
    const { openId } = pair;
    return this.orgContext.transaction(async (em) => {
      const repository = em.getRepository(Integration);
      await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${organisationId}/${openId}`,
      ]);
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
        requestedScopes: consent.scopes,
        grantedScopes: pair.scopes,
        connectedBy: consent.userId,
        dueAt: this.clock.now(),
      });
      return saved.id;
    });
  }
}
