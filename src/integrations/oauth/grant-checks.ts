import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AdAccount } from '../ad-accounts/ad-account.entity.js';
import type { Integration } from '../integration/integration.entity.js';
import { Credential } from '../integration/credential.entity.js';
import { ConsentRefusedError } from './grant-refused.error.js';
import type { OAuthState } from './oauth-state.entity.js';

type Meant = Pick<OAuthState, 'allowDifferent'>;

/**
 * Refuses the consent of somebody else where another one is not welcome: whoever opens a reconnect link may only renew
 * what was connected before. Runs in the transaction that attaches the consent.
 */
@Injectable()
export class SameOwner {
  /** TikTok's id of an account is the same at each consent to one app. @throws ConsentRefusedError */
  async assertAccount(
    em: EntityManager,
    { accountCredentialId: id }: Pick<Integration, 'accountCredentialId'>,
    { allowDifferent }: Meant,
    { appId, subject }: Pick<Credential, 'appId' | 'subject'>,
  ): Promise<void> {
    if (allowDifferent || id === null) return;
    const before = await em.getRepository(Credential).findOneBy({ id, appId });
    if (before && before.subject !== subject) throw new ConsentRefusedError('different_account');
  }

  /**
   * Advertiser tokens name no person: somebody who may use an ad account that is known here counts as the same.
   * @throws ConsentRefusedError
   */
  async assertAdvertiser(
    em: EntityManager,
    { id: integrationId }: Pick<Integration, 'id'>,
    { allowDifferent }: Meant,
    advertiserIds: string[],
  ): Promise<void> {
    if (allowDifferent) return;
    const which = { integrationId, advertiserId: In(advertiserIds) };
    if (!(await em.getRepository(AdAccount).existsBy(which)))
      throw new ConsentRefusedError('different_account');
  }
}
