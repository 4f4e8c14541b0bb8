import { Injectable, Logger } from '@nestjs/common';
import { Clock, DomainError, isDatabaseGone, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { TikTokApiError, TikTokError } from '../../tiktok/index.js';
import { Integration } from '../integration.entity.js';
import { passedHorizon } from '../life/expiry-notice.js';
import { Credential } from '../tokens/credential.entity.js';
import { AccountConsent } from './account-consent.js';
import { AdvertiserConsent } from './advertiser-consent.js';
import { ConsentLinks } from './consent-links.js';
import { ConsentRefusedError } from './consent-refused.error.js';
import { ConsentReplay } from './consent-replay.js';
import { LoginConsent } from './login-consent.js';
import type { OAuthState } from './oauth-state.entity.js';
import { withOutcome } from './return-url.js';
import { BUSINESS_SCOPE_ALIAS } from './scopes.js';

/** What TikTok sent the browser back with. */
export interface Answer {
  code?: string;
  error?: string;
}

/** Takes a consent that came back to its end: connected, on to the next consent, or back with the reason. */
@Injectable()
export class ConsentFinisher {
  private readonly logger = new Logger(ConsentFinisher.name);

  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly links: ConsentLinks,
    private readonly login: LoginConsent,
    private readonly account: AccountConsent,
    private readonly advertiser: AdvertiserConsent,
    private readonly replay: ConsentReplay,
    private readonly clock: Clock,
  ) {}

  /** @returns where the browser goes now. @throws what is no trouble of TikTok's */
  async finish(consent: OAuthState, answer: Answer): Promise<string> {
    return await this.orgContext.run(
      consent.organisationId,
      `finish a consent: ${consent.family}`,
      async () => {
        try {
          if (answer.error || !answer.code) return this.refused(consent, refusalCode(answer));
          return await this.onwards(consent, await this.handlerOf(consent).finish(consent, answer.code));
        } catch (error) {
          // What the journal still holds of it is completed, or given back, without the browser.
          this.replay.soon();
          return this.refused(consent, this.codeOf(error));
        }
      },
    );
  }

  private handlerOf({ family }: OAuthState): LoginConsent | AccountConsent | AdvertiserConsent {
    return { login: this.login, account: this.account, advertiser: this.advertiser }[family];
  }

  /** After the login the browser goes on to the Business API by itself, when its scopes were asked for. */
  private async onwards(consent: OAuthState, integrationId: string): Promise<string> {
    const { family, scopes, userId, returnUrl, allowDifferent } = consent;
    const wanted = family === 'login' && scopes.includes(BUSINESS_SCOPE_ALIAS) && this.config.tiktok.business;
    if (wanted && !(await this.hasAccount(integrationId))) {
      const next = {
        family: 'account' as const,
        integrationId,
        scopes,
        userId,
        returnUrl,
        allowDifferent,
      };
      return await this.links.create(next);
    }
    return withOutcome(returnUrl, { status: 'connected', integrationId });
  }

  /** One that TikTok has refused meanwhile, that ends soon, or with a box left unticked has to be given again. */
  private async hasAccount(id: string): Promise<boolean> {
    const found = await this.orgContext.transaction((em) => em.getRepository(Integration).findOneBy({ id }));
    const credentialId = found?.accountCredentialId;
    if (!credentialId) return false;
    const credential = await this.system.transaction('is the second consent still good', (em) =>
      em.getRepository(Credential).findOneBy({ id: credentialId }),
    );
    if (!credential || credential.rejectedAt || credential.unreadableSince) return false;
    const { scopes, refreshExpiresAt: end } = credential;
    if (this.config.tiktok.accountScopes.some((scope) => !scopes.includes(scope))) return false;
    return end === null || passedHorizon(end, this.clock.now()) === undefined;
  }

  /** Without the second consent the account is connected all the same; the address says what is missing. */
  private refused({ family, integrationId, returnUrl }: OAuthState, code: string): string {
    if (family !== 'account' || !integrationId) return withOutcome(returnUrl, { status: 'error', code });
    return withOutcome(returnUrl, { status: 'connected', integrationId, warning: `account_${code}` });
  }

  private codeOf(error: unknown): string {
    if (error instanceof ConsentRefusedError || error instanceof DomainError) return error.code;
    if (isDatabaseGone(error)) return 'database_unavailable';
    if (!(error instanceof TikTokError)) throw error;
    this.logger.warn(`connecting failed: ${messageOf(error)}`);
    return error instanceof TikTokApiError ? error.code : 'tiktok_unavailable';
  }
}

function refusalCode({ error }: Answer): string {
  if (!error) return 'code_missing';
  return /^[a-z_]{1,40}$/.test(error) ? error : 'consent_failed';
}
