import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { SyncPolicyModule } from '../policy/sync-policy.module.js';
import { SocialVideo } from '../activity/social-video.entity.js';
import { FiguresController } from './figures.controller.js';
import { VideoHistory } from './history/video-history.js';
import { ProfileHistory } from './profile/profile-history.js';
import { SummaryReader } from './summary/summary-reader.js';
import { SummaryService } from './summary/summary.service.js';
import { GrowthReader } from './videos/growth-reader.js';
import { VideoDetails } from './videos/video-details.js';
import { VideoList } from './videos/video-list.js';

/** Reads the figures that syncs have stored. */
@Module({
  imports: [IntegrationsModule, SyncPolicyModule, TypeOrmModule.forFeature([SocialVideo])],
  controllers: [FiguresController],
  providers: [
    GrowthReader,
    ProfileHistory,
    SummaryReader,
    SummaryService,
    VideoDetails,
    VideoHistory,
    VideoList,
  ],
})
export class FiguresModule {}
