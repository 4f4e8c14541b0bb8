import { Injectable } from '@nestjs/common';
import { ForbiddenError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { AdCaller, Priority } from '../../tiktok/index.js';
import { Integration } from '../integration/integration.entity.js';
import { AdAccount } from './ad-account.entity.js';

/** An ad account of the organisation, and the consent that opens it. Null: TikTok has not sent the value. */
export interface AdAccountRef {
  /** TikTok's advertiser id. */
  accountId: string;
  integrationId: string;
  credentialId: string;
  name: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** IANA name. */
  timeZone: string | null;
  /** TikTok's own value, e.g. STATUS_ENABLE. */
  status: string | null;
  refreshedAt: Date;
}

/** Finds the ad accounts that the organisation may use. */
@Injectable()
export class AdAccountAccess {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws ForbiddenError if no active integration of the organisation opens the account */
  async find(accountId: string): Promise<AdAccountRef> {
    const [found] = await this.usable(accountId);
    if (found) return found;
    throw new ForbiddenError(
      'ad_account_not_connected',
      `The ad account ${accountId} is not connected to this organisation. GET /api/ads/accounts lists the accounts that ` +
        'you can use. An admin can connect others.',
    );
  }

  /** Returns each usable account once, even if several integrations open it. */
  async all(): Promise<AdAccountRef[]> {
    return await this.usable();
  }

  private async usable(accountId?: string): Promise<AdAccountRef[]> {
    const rows = await this.orgContext.transaction((em) => {
      const query = em
        .getRepository(AdAccount)
        .createQueryBuilder('a')
        .innerJoinAndMapOne('a.integration', Integration, 'i', 'i.id = a.integration_id')
        .where('a.organisation_id = :org', { org: this.orgContext.organisationId })
        .andWhere(`a.accessible AND i.status = 'active' AND i.advertiser_credential_id IS NOT NULL`)
        .orderBy('a.advertiser_id')
        .addOrderBy('a.integration_id');
      if (accountId !== undefined) query.andWhere('a.advertiser_id = :accountId', { accountId });
      return query.getMany() as Promise<Opened[]>;
    });
    return [...new Map(rows.map((row) => [row.advertiserId, toRef(row)])).values()];
  }
}

/** Addresses calls to TikTok about the account. */
export function callerOf({ credentialId, accountId }: AdAccountRef, priority?: Priority): AdCaller {
  return { credentialId, advertiserId: accountId, ...(priority && { priority }) };
}

type Opened = AdAccount & { integration: Integration };

function toRef({ advertiserId, integrationId, integration, ...row }: Opened): AdAccountRef {
  const { name, currency, timeZone, status, refreshedAt } = row;
  const credentialId = integration.advertiserCredentialId ?? '';
  return {
    accountId: advertiserId,
    integrationId,
    credentialId,
    name,
    currency,
    timeZone,
    status,
    refreshedAt,
  };
}
