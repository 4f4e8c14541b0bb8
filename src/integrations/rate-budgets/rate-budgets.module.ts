import { Module } from '@nestjs/common';
import { IntegrationRecordsModule } from '../integration/integration-records.module.js';
import { OrganisationConsumers } from './organisation-consumers.js';
import { RateBudgetsController } from './rate-budgets.controller.js';

/** Shows how much of TikTok's rate limits is used. */
@Module({
  imports: [IntegrationRecordsModule],
  controllers: [RateBudgetsController],
  providers: [OrganisationConsumers],
})
export class RateBudgetsModule {}
