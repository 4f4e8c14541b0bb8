import { Module } from '@nestjs/common';
import { PostModule } from './post/post.module.js';
import { PreflightModule } from './preflight/preflight.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { ResumableModule } from './uploads/resumable/resumable.module.js';
import { UploadsModule } from './uploads/uploads.module.js';

@Module({
  imports: [
    PostModule,
    UploadsModule,
    ResumableModule,
    PublishingModule,
    PublicationsModule,
    PreflightModule,
  ],
  exports: [PostModule, UploadsModule, PublishingModule],
})
export class ContentModule {}
