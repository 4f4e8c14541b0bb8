import { Module } from '@nestjs/common';
import { PostModule } from '../post/post.module.js';
import { MediaIntake } from './media-intake.js';
import { MediaFactsReader } from './media/media-facts-reader.js';
import { PublicationFiles } from './publication-files.js';
import { PullUrls } from './pulls/pull-urls.js';
import { PulledMedia } from './pulls/pulled-media.js';
import { VerificationController } from './pulls/verification.controller.js';
import { VerifiedUrls } from './pulls/verified-urls.js';
import { StagingModule } from './staging/staging.module.js';
import { UploadLinks } from './upload-links.js';
import { UploadsController } from './uploads.controller.js';

@Module({
  imports: [PostModule, StagingModule],
  controllers: [UploadsController, VerificationController],
  providers: [
    MediaFactsReader,
    MediaIntake,
    PublicationFiles,
    PulledMedia,
    PullUrls,
    UploadLinks,
    VerifiedUrls,
  ],
  exports: [
    MediaFactsReader,
    MediaIntake,
    PublicationFiles,
    PullUrls,
    StagingModule,
    UploadLinks,
    VerifiedUrls,
  ],
})
export class UploadsModule {}
