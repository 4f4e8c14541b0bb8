import { Injectable, Logger } from '@nestjs/common';
import { DomainError, isDatabaseGone, messageOf } from '../../common/index.js';
import { TikTokApiError, TikTokError } from '../../tiktok/index.js';
import { AccountConsent } from './account-consent.js';
import { AdvertiserConsent } from './advertiser-consent.js';
import { ConsentRedirects } from '../oauth/callback-redirects.js';
import { ConsentRefusedError } from '../oauth/grant-refused.error.js';
import { ConsentReplay } from '../credentials/journal/journal-replay.js';
import { LoginConsent } from '../oauth/code-exchange.js';
import type { OAuthState } from '../oauth/oauth-state.entity.js';
import { OAuthStates, type Answer } from '../oauth/oauth-state.store.js';

/** Takes a consent that came back to its end: connected, on to the next consent, or back with the reason. */
@Injectable()
export class ConsentFinisher {
  private readonly logger = new Logger(ConsentFinisher.name);

  constructor(
    private readonly states: OAuthStates,
    private readonly redirects: ConsentRedirects,
    private readonly login: LoginConsent,
    private readonly account: AccountConsent,
    private readonly advertiser: AdvertiserConsent,
    private readonly replay: ConsentReplay,
  ) {}

  /** Runs inside the organisation. @returns where the browser goes now. @throws what is no trouble of TikTok's */
  async finish(consent: OAuthState, answer: Answer): Promise<string> {
    try {
      if (answer.error || !answer.code) return await this.refused(consent, refusalCode(answer));
      const id = await this.handlerOf(consent).finish(consent, answer.code);
      return await this.redirects.connected(consent, id);
    } catch (error) {
      // What the journal still holds of it is completed, or given back, without the browser.
      this.replay.soon();
      return await this.refused(consent, this.codeOf(error));
    }
  }

  private handlerOf({ family }: OAuthState): LoginConsent | AccountConsent | AdvertiserConsent {
    return { login: this.login, account: this.account, advertiser: this.advertiser }[family];
  }

  /** A reason that cannot be kept is told once, and not again after a reload. */
  private async refused(consent: OAuthState, code: string): Promise<string> {
    await this.states
      .refused(consent, code)
      .catch((error: unknown) => this.logger.warn(`an outcome was not kept: ${messageOf(error)}`));
    return this.redirects.refused(consent, code);
  }

  private codeOf(error: unknown): string {
    if (error instanceof ConsentRefusedError || error instanceof DomainError) return error.code;
    if (isDatabaseGone(error)) return 'database_unavailable';
    if (!(error instanceof TikTokError)) throw error;
    this.logger.warn(`connecting failed: ${messageOf(error)}`);
    return error instanceof TikTokApiError ? wordOf(error.code) : 'tiktok_unavailable';
  }
}

function refusalCode({ error }: Answer): string {
  return error ? wordOf(error) : 'code_missing';
}

/** What the return address says is one word, whichever way TikTok has said it. */
function wordOf(code: string): string {
  return /^[a-z0-9_]{1,60}$/.test(code) ? code : 'consent_failed';
}
