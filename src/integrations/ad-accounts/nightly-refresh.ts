import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';
import { Integration } from '../integration/integration.entity.js';
import { AdAccountsService } from './ad-accounts.service.js';

const EVERY_NIGHT = '17 3 * * *';

/** Fetches all ad accounts again once a day: names, currencies, states and permissions change at TikTok. */
@Injectable()
export class NightlyRefresh implements OnModuleInit {
  private readonly logger = new Logger(NightlyRefresh.name);

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly orgContext: OrgContext,
    private readonly adAccounts: AdAccountsService,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.cron('ad accounts', EVERY_NIGHT, () => this.all());
  }

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
          this.logger.warn(`the ad accounts of ${id} could not be refreshed: ${messageOf(error)}`),
        );
    }
  }
}
