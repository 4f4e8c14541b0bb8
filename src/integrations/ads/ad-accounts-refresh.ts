import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { IsNull, Not } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { Integration } from '../integration.entity.js';
import { AdAccounts } from './ad-accounts.js';

/** Names, currencies, states and permissions change at TikTok: once a day they are fetched again. */
@Injectable()
export class AdAccountsRefresh {
  private readonly logger = new Logger(AdAccountsRefresh.name);

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly orgContext: OrgContext,
    private readonly adAccounts: AdAccounts,
  ) {}

  @Cron('17 3 * * *', { timeZone: 'UTC' })
  async all(): Promise<void> {
    if (!this.config.runsJobs) return;
    const connected = await this.system.transaction('find integrations with ad accounts', (em) =>
      em.getRepository(Integration).findBy({ advertiserCredentialId: Not(IsNull()), status: 'active' }),
    );
    for (const { id, organisationId, advertiserCredentialId } of connected) {
      await this.orgContext
        .run(organisationId, 'refresh ad accounts', () =>
          this.adAccounts.refresh(id, advertiserCredentialId ?? ''),
        )
        .catch((error: unknown) =>
          this.logger.warn(`ad accounts of ${id} were not refreshed: ${messageOf(error)}`),
        );
    }
  }
}
