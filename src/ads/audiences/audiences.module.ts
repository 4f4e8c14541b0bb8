import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { ErrorCatalogueModule } from '../../tiktok/index.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { AudienceFilesController } from './audience-files.controller.js';
import { AudienceRefresh } from './audience-refresh.js';
import { AudienceStore } from './audience-store.js';
import { AudienceUpload } from './audience-upload.entity.js';
import { AudienceUses } from './audience-uses.service.js';
import { Audience } from './audience.entity.js';
import { AudiencesController } from './audiences.controller.js';
import { AudiencesService } from './audiences.service.js';
import { AudienceIntake } from './intake/audience-intake.js';
import { AudienceLookup } from './operations/audience-lookup.js';
import { AudienceOperations } from './operations/audience-operations.js';
import { AudiencePlacements } from './operations/audience-placements.js';
import { AudienceSender } from './operations/audience-sender.js';
import { ManualPlacements } from './operations/manual-placements.js';
import { HashedFiles } from './staging/hashed-files.js';
import { HashedFilesJanitor } from './staging/hashed-files.janitor.js';

/** Customer audiences. */
@Module({
  imports: [
    ErrorCatalogueModule,
    IntegrationsModule,
    ObjectsModule,
    WritesModule,
    TypeOrmModule.forFeature([Audience, AudienceUpload]),
  ],
  controllers: [AudiencesController, AudienceFilesController],
  providers: [
    AudienceIntake,
    AudienceLookup,
    AudienceOperations,
    AudiencePlacements,
    AudienceRefresh,
    AudienceSender,
    AudienceStore,
    AudienceUses,
    AudiencesService,
    HashedFiles,
    HashedFilesJanitor,
    ManualPlacements,
  ],
  exports: [AudienceRefresh, AudienceStore],
})
export class AudiencesModule {}
