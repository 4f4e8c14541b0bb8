import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContentModule } from '../../content/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { ErrorCatalogueModule } from '../../tiktok/index.js';
import { AdCreative } from './ad-creative.entity.js';
import { CreativeChunks } from './creative-chunks.js';
import { CreativeCovers } from './creative-covers.js';
import { CreativeIntake } from './creative-intake.js';
import { CreativeLibrary } from './creative-library.js';
import { CreativeLifecycle } from './creative.lifecycle.js';
import { CreativeList } from './creative-list.js';
import { CreativeReceiving } from './creative-receiving.js';
import { CreativeSending } from './creative-sending.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore } from './creative-store.js';
import { CreativeWaiting } from './creative-waiting.js';
import { CreativeWorker } from './creative.worker.js';
import { CreativesController } from './creatives.controller.js';
import { UploadCreativeController } from './upload-creative.controller.js';

const STEPS = [CreativeReceiving, CreativeChunks, CreativeSending, CreativeWaiting, CreativeWorker];

/** Videos and images of ad accounts. */
@Module({
  imports: [ContentModule, ErrorCatalogueModule, IntegrationsModule, TypeOrmModule.forFeature([AdCreative])],
  controllers: [CreativesController, UploadCreativeController],
  providers: [
    ...STEPS,
    CreativeCovers,
    CreativeIntake,
    CreativeLibrary,
    CreativeLifecycle,
    CreativeList,
    CreativeStaging,
    CreativeStore,
  ],
  exports: [CreativeLibrary],
})
export class CreativesModule {}
