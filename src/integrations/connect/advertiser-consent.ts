import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { Jobs } from '../../jobs/index.js';
import { AdvertiserOAuthApi } from '../../tiktok/index.js';
import { IntegrationsService } from '../integration/integrations.service.js';
import { INTEGRATION_WORK } from '../lifecycle/integration-work.js';
import { ConsentRefusedError } from '../oauth/grant-refused.error.js';
import { ConsentSettlement } from '../oauth/grant.service.js';
import type { OAuthState } from '../oauth/oauth-state.entity.js';

/** Finishes the consent of an ad account owner. Which ad accounts were granted is fetched afterwards. */
@Injectable()
export class AdvertiserConsent {
  constructor(
    private readonly oauth: AdvertiserOAuthApi,
    private readonly settlement: ConsentSettlement,
    private readonly integrations: IntegrationsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the integration that it belongs to. @throws ConsentRefusedError, TikTokError */
  async finish(consent: OAuthState, authCode: string): Promise<string> {
    const subject = consent.integrationId ?? '';
    if (!(await this.integrations.isConnected(subject))) throw new ConsentRefusedError('integration_gone');
    const { accessToken, scopeIds, advertiserIds } = await this.oauth.exchangeCode(authCode);
    const tokens = { accessToken, scopes: scopeIds, advertiserIds };
    // The token names no person; it belongs to this integration alone.
    const identity = { family: 'advertiser' as const, appId: this.oauth.appId, subject };
    const id = await this.settlement.settle(consent, { identity, tokens, answeredAt: this.clock.now() });
    // The browser does not wait for the details of every ad account.
    await this.jobs.wake(INTEGRATION_WORK, id);
    return id;
  }
}
