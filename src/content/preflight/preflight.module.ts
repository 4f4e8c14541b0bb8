import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { PostModule } from '../post/post.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { CreatorInfoClient } from './creator-info.client.js';
import { CreatorInfoService } from './creator-info.service.js';
import { CommercialMusicController } from './music/commercial-music.controller.js';
import { CommercialMusicService } from './music/commercial-music.service.js';
import { PreflightController } from './preflight.controller.js';
import { ValidationService } from './validation.service.js';

@Module({
  imports: [IntegrationsModule, PostModule, PublishingModule, QuotasModule, UploadsModule],
  controllers: [CommercialMusicController, PreflightController],
  providers: [CommercialMusicService, CreatorInfoClient, CreatorInfoService, ValidationService],
})
export class PreflightModule {}
