import { Module } from '@nestjs/common';
import { ContentModule } from '../content/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule, TikTokTransportModule } from '../tiktok/index.js';
import { ALL_CHECKS } from './all-checks.js';
import type { Check } from './check.js';
import { DoctorController } from './doctor.controller.js';
import { CHECKS, Doctor } from './doctor.service.js';
import { IntegrationFacts } from './integration-facts.js';
import { StoredKeys } from './stored-keys.js';

@Module({
  imports: [ContentModule, IntegrationsModule, ErrorCatalogueModule, TikTokTransportModule],
  controllers: [DoctorController],
  providers: [
    ...ALL_CHECKS,
    Doctor,
    IntegrationFacts,
    StoredKeys,
    { provide: CHECKS, inject: ALL_CHECKS, useFactory: (...checks: Check[]) => checks },
  ],
})
export class DoctorModule {}
