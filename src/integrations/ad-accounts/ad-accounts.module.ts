import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdAccount } from './ad-account.entity.js';
import { AdAccountAccess } from './ad-account-access.js';
import { AdAccountsController } from './ad-accounts.controller.js';
import { AdAccountsService } from './ad-accounts.service.js';
import { NightlyRefresh } from './nightly-refresh.js';

/** The ad accounts that the integrations' advertiser credentials open. */
@Module({
  imports: [TypeOrmModule.forFeature([AdAccount])],
  controllers: [AdAccountsController],
  providers: [AdAccountAccess, AdAccountsService, NightlyRefresh],
  exports: [AdAccountAccess, AdAccountsService],
})
export class AdAccountsModule {}
