import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { PostModule } from '../post/post.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { BeforePublishingController } from './before-publishing.controller.js';
import { CreatorAsker } from './creator-asker.js';
import { CreatorInfoService } from './creator-info.service.js';
import { CommercialMusicController } from './music/commercial-music.controller.js';
import { CommercialMusic } from './music/commercial-music.js';
import { ValidationService } from './validation.service.js';

@Module({
  imports: [IntegrationsModule, PostModule, PublishingModule, QuotasModule, UploadsModule],
  controllers: [BeforePublishingController, CommercialMusicController],
  providers: [CommercialMusic, CreatorAsker, CreatorInfoService, ValidationService],
})
export class PreflightModule {}
