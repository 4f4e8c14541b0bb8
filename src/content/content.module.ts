import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { PreflightController } from './preflight/preflight.controller.js';
import { CreatorInfoClient } from './preflight/creator-info.client.js';
import { CreatorInfoService } from './preflight/creator-info.service.js';
import { ValidationService } from './preflight/validation.service.js';
import { CreatorRules } from './publishing/creator-rules.js';
import { PostWays } from './publishing/targets/post-ways.js';
import { BusinessAccounts } from './publishing/targets/business-accounts.js';
import { BusinessWay } from './publishing/targets/business.way.js';
import { PhotoWay } from './publishing/targets/photo.way.js';
import { PostRoutes } from './post/post-routes.js';
import { PullAddresses } from './publishing/targets/pull-addresses.js';
import { VideoInit } from './publishing/targets/video-init.js';
import { VideoPullWay } from './publishing/targets/video-pull.way.js';
import { PostStatusReader } from './publishing/post-status-reader.js';
import { VideoUploadWay } from './publishing/targets/video-upload.way.js';
import { PostStarter } from './publishing/post-starter.js';
import { PostReferences } from './post/post-references.js';
import { PublicationJournal } from './publishing/publication-journal.js';
import { TransferJournal } from './publishing/transfer-journal.js';
import { PublicationLife } from './publications/publication-life.js';
import { PublicationNews } from './publishing/publication-news.js';
import { PublicationMedia } from './post/publication-media.entity.js';
import { Publication } from './post/publication.entity.js';
import { PostOwners } from './post/post-owners.js';
import { FileSources } from './publications/file-sources.js';
import { PublicationCreation } from './publications/publication-creation.js';
import { CommercialMusicService } from './preflight/music/commercial-music.service.js';
import { CommercialMusicController } from './preflight/music/commercial-music.controller.js';
import { PublicationCancel } from './publications/publication-cancel.js';
import { PublicationChangesController } from './publications/publication-changes.controller.js';
import { PublicationEdits } from './publications/publication-edits.js';
import { PublicationListController } from './publications/publication-list.controller.js';
import { PublicationList } from './publications/publication-list.js';
import { EarlierAttempts } from './post/earlier-attempts.js';
import { NextAttempts } from './publications/next-attempts.js';
import { UnfinishedPosts } from './publications/unfinished-posts.js';
import { UnknownDecisions } from './publications/unknown-decisions.js';
import { PublicationRetry } from './publications/publication-retry.js';
import { PublicationViews } from './publications/publication-views.js';
import { PublicationsController } from './publications/publications.controller.js';
import { PublicationsService } from './publications/publications.service.js';
import { PublishOrders } from './publications/publish-orders.js';
import { QuotaGate } from './quotas/quota-gate.js';
import { QuotaLedger } from './quotas/quota-ledger.js';
import { QuotaPlan } from './quotas/quota-plan.js';
import { QuotaRefusals } from './quotas/quota-refusals.js';
import { Schedule } from './publishing/schedule.js';
import { PostChecks } from './publishing/post-checks.js';
import { Publisher } from './publishing/publisher.js';
import { MediaFactsReader } from './uploads/media/media-facts-reader.js';
import { MissingFacts } from './uploads/media/missing-facts.js';
import { MediaIntake } from './uploads/media-intake.js';
import { PullUrls } from './uploads/pulls/pull-urls.js';
import { PulledMedia } from './uploads/pulls/pulled-media.js';
import { VerificationController } from './uploads/pulls/verification.controller.js';
import { VerifiedUrls } from './uploads/pulls/verified-urls.js';
import { ResumableService } from './uploads/resumable/resumable.service.js';
import { ResumableUpload } from './uploads/resumable/resumable-upload.entity.js';
import { UploadProgress } from './uploads/resumable/upload-progress.js';
import { TusController } from './uploads/resumable/tus.controller.js';
import { TusServer } from './uploads/resumable/tus-server.js';
import { TusStore } from './uploads/resumable/tus-store.js';
import { UploadCompletion } from './uploads/resumable/upload-completion.js';
import { StagingJanitor } from './uploads/staging/staging-janitor.js';
import { StagingStore } from './uploads/staging/staging-store.js';
import { stagingStore } from './uploads/staging/choose-staging-store.js';
import { StagingProbe } from './uploads/staging/staging-probe.js';
import { StagingQuota } from './uploads/staging/staging-quota.js';
import { UploadReservation } from './uploads/staging/upload-reservation.entity.js';
import { UploadStager } from './uploads/staging/upload-stager.js';
import { UploadRules } from './uploads/upload-rules.js';
import { UploadLinks } from './uploads/upload-links.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { AccountPosts } from './publishing/account-posts.js';
import { PostedVideos } from './publishing/posted-videos.js';
import { FailureNotice } from './publishing/failure-notice.js';
import { UnknownNotice } from './publishing/unknown-notice.js';
import { UnknownSettler } from './publishing/unknown-settler.js';
import { VideoTransfer } from './publishing/video-transfer.js';

@Module({
  imports: [
    IntegrationsModule,
    ErrorCatalogueModule,
    TypeOrmModule.forFeature([Publication, PublicationMedia, UploadReservation, ResumableUpload]),
  ],
  controllers: [
    PreflightController,
    CommercialMusicController,
    PublicationsController,
    PublicationChangesController,
    PublicationListController,
    UploadsController,
    TusController,
    VerificationController,
  ],
  providers: [
    CreatorInfoClient,
    CreatorInfoService,
    ValidationService,
    MediaFactsReader,
    MissingFacts,
    PostChecks,
    MediaIntake,
    CreatorRules,
    PostStarter,
    PostWays,
    BusinessAccounts,
    BusinessWay,
    PhotoWay,
    PostRoutes,
    PostStatusReader,
    PullAddresses,
    VideoInit,
    VideoPullWay,
    VideoUploadWay,
    PublicationJournal,
    TransferJournal,
    PublicationLife,
    PublicationNews,
    PostOwners,
    PublicationsService,
    CommercialMusicService,
    FileSources,
    PublicationCreation,
    PublicationCancel,
    PublicationEdits,
    PublicationList,
    EarlierAttempts,
    NextAttempts,
    PublicationRetry,
    UnfinishedPosts,
    UnknownDecisions,
    PublicationViews,
    PublishOrders,
    QuotaGate,
    QuotaLedger,
    QuotaPlan,
    QuotaRefusals,
    Schedule,
    Publisher,
    PulledMedia,
    PullUrls,
    ResumableService,
    UploadProgress,
    StagingJanitor,
    StagingProbe,
    StagingQuota,
    {
      provide: StagingStore,
      inject: [AppConfig],
      useFactory: stagingStore,
    },
    TusServer,
    TusStore,
    UploadCompletion,
    UploadLinks,
    UploadRules,
    UploadStager,
    VerifiedUrls,
    FailureNotice,
    PostReferences,
    UnknownNotice,
    UnknownSettler,
    AccountPosts,
    PostedVideos,
    VideoTransfer,
  ],
  exports: [PostOwners, PublicationNews, PullUrls, StagingProbe, VerifiedUrls],
})
export class ContentModule {}
