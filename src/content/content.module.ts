import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { PostStarter } from './post-starter.js';
import { PublicationJournal } from './publication-journal.js';
import { PublicationLife } from './publication-life.js';
import { PublicationNews } from './publication-news.js';
import { Publication } from './publication.entity.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsService } from './publications.service.js';
import { Publisher } from './publisher.js';
import { StagingJanitor } from './staging-janitor.js';
import { StagingStore } from './staging-store.js';
import { UploadLinks } from './upload-links.js';
import { UploadsController } from './uploads.controller.js';
import { VideoTransfer } from './video-transfer.js';

@Module({
  imports: [IntegrationsModule, ErrorCatalogueModule, TypeOrmModule.forFeature([Publication])],
  controllers: [PublicationsController, UploadsController],
  providers: [
    PostStarter,
    PublicationJournal,
    PublicationLife,
    PublicationNews,
    PublicationsService,
    Publisher,
    StagingJanitor,
    StagingStore,
    UploadLinks,
    VideoTransfer,
  ],
  exports: [PublicationNews],
})
export class ContentModule {}
