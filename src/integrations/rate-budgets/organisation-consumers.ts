import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { OrgContext } from '../../database/index.js';
import type { RateBudgets } from '../../tiktok/index.js';
import { credentialIdsOf, Integration } from '../integration/integration.entity.js';
import { IntegrationsService } from '../integration/integrations.service.js';

type AccountConsumers = Parameters<RateBudgets['ofAccount']>[0];

/** Names the organisation's credentials, by which the calls to TikTok are counted. */
@Injectable()
export class OrganisationConsumers {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
  ) {}

  async all(): Promise<string[]> {
    const { organisationId } = this.orgContext;
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).find({
        select: { credentialId: true, accountCredentialId: true, advertiserCredentialId: true },
        where: { organisationId, status: Not('disconnected') },
      }),
    );
    return [...new Set(rows.flatMap(credentialIdsOf))];
  }

  /** @throws NotFoundError */
  async ofAccount(integrationId: string): Promise<AccountConsumers> {
    const { credentialId, consents } = await this.integrations.load(integrationId);
    const { account } = consents;
    return {
      login: credentialId,
      account: account && { credentialId: account.credentialId, accountId: account.subject },
    };
  }
}
