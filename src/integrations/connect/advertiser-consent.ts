import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { AdvertiserOAuthApi } from '../../tiktok/index.js';
import { INTEGRATION_WORK } from '../life/integration-work.js';
import { Integration } from '../integration.entity.js';
import { CredentialStore } from '../tokens/credential-store.js';
import { ConsentRefusedError } from './consent-refused.error.js';
import type { OAuthState } from './oauth-state.entity.js';
import { SameOwner } from './same-owner.js';

/** Finishes the consent of an ad account owner. Which ad accounts were granted is fetched afterwards. */
@Injectable()
export class AdvertiserConsent {
  constructor(
    private readonly oauth: AdvertiserOAuthApi,
    private readonly sameOwner: SameOwner,
    private readonly credentials: CredentialStore,
    private readonly orgContext: OrgContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the integration that it belongs to */
  async finish(consent: OAuthState, authCode: string): Promise<string> {
    const id = consent.integrationId ?? '';
    const known = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).existsBy({ id, status: Not('disconnected') }),
    );
    if (!known) throw new ConsentRefusedError('integration_gone');
    const grant = await this.oauth.exchangeCode(authCode);
    await this.sameOwner.assertAdvertiser(consent, grant.advertiserIds);
    // The token names no person; it belongs to this integration alone.
    const identity = { family: 'advertiser' as const, appId: this.oauth.appId, subject: id };
    const credentialId = await this.credentials.saveLasting(identity, grant.accessToken, grant.scopeIds);
    await this.orgContext.transaction((em) =>
      em
        .getRepository(Integration)
        .update({ id }, { advertiserCredentialId: credentialId, dueAt: this.clock.now() }),
    );
    // The browser does not wait for the details of every ad account.
    await this.jobs.wake(INTEGRATION_WORK, id);
    return id;
  }
}
