import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountOwners } from './account-owners.js';
import { Credential } from './credential.entity.js';
import { IntegrationLoader } from './integration-loader.js';
import { IntegrationStatus } from './integration-status.js';
import { Integration } from './integration.entity.js';
import { IntegrationsService } from './integrations.service.js';

/** The ground of the rooms: the rows of integrations and credentials, and what follows from them. */
@Module({
  imports: [TypeOrmModule.forFeature([Credential, Integration])],
  providers: [AccountOwners, IntegrationLoader, IntegrationStatus, IntegrationsService],
  exports: [AccountOwners, IntegrationLoader, IntegrationStatus, IntegrationsService],
})
export class IntegrationRecordsModule {}
