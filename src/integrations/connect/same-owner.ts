import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { OrgContext, SystemContext } from '../../database/index.js';
import { AdAccount } from '../ads/ad-account.entity.js';
import { Integration } from '../integration.entity.js';
import { Credential } from '../tokens/credential.entity.js';
import { ConsentRefusedError } from './consent-refused.error.js';
import type { OAuthState } from './oauth-state.entity.js';

type Meant = Pick<OAuthState, 'integrationId' | 'allowDifferent'>;

/**
 * Refuses the consent of somebody else where another one is not welcome: whoever opens a reconnect link may only renew
 * what was connected before. Runs inside the organisation.
 */
@Injectable()
export class SameOwner {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
  ) {}

  /** TikTok's id of an account is the same at each consent to one app. @throws ConsentRefusedError */
  async assertAccount(
    { integrationId, allowDifferent }: Meant,
    appId: string,
    openId: string,
  ): Promise<void> {
    if (allowDifferent || integrationId === null) return;
    const integration = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findOneBy({ id: integrationId }),
    );
    const id = integration?.accountCredentialId;
    if (!id) return;
    const before = await this.system.transaction('whose consent was it', (em) =>
      em.getRepository(Credential).findOneBy({ id, appId }),
    );
    if (before && before.subject !== openId) throw new ConsentRefusedError('different_account');
  }

  /**
   * Advertiser tokens name no person: somebody who may use an ad account that is known here counts as the same.
   * @throws ConsentRefusedError
   */
  async assertAdvertiser({ integrationId, allowDifferent }: Meant, advertiserIds: string[]): Promise<void> {
    if (allowDifferent || integrationId === null) return;
    const known = await this.orgContext.transaction((em) =>
      em.getRepository(AdAccount).existsBy({ integrationId, advertiserId: In(advertiserIds) }),
    );
    if (!known) throw new ConsentRefusedError('different_account');
  }
}
