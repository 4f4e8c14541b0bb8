import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CrmInboxModule } from '../../crm-inbox/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { AccountCapabilities } from './account-capabilities.js';
import { AccountsLifecycle } from './accounts.lifecycle.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AdAccountOwners } from './ad-account-owners.js';
import { AdAccountCapability } from './ad-account-capability.entity.js';

/** Ad accounts, and what ads may do with them. */
@Module({
  imports: [CrmInboxModule, IntegrationsModule, TypeOrmModule.forFeature([AdAccountCapability])],
  controllers: [AccountsController],
  providers: [AccountCapabilities, AccountsLifecycle, AccountsService, AdAccountOwners],
  exports: [AccountCapabilities, AdAccountOwners],
})
export class AccountsModule {}
