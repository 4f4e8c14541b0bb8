import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { ErrorCatalogueModule } from '../../tiktok/index.js';
import { PostModule } from '../post/post.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { PublishedVideoFinder } from './find-published-video.js';
import { OutcomeReconciler } from './outcome-reconciler.js';
import { PostStarter } from './post-starter.js';
import { PublicationJournal } from './publication-journal.js';
import { PublicationNotices } from './publication-notices.js';
import { PublicationWebhook } from './publication.webhook.js';
import { Publisher } from './publisher.js';
import { Schedule } from './schedule.js';
import { StatusReader } from './status-poll.js';
import { TargetsModule } from './targets/targets.module.js';
import { TransferJournal } from './transfer-journal.js';
import { VideoTransfer } from './video-transfer.js';

const WRITERS = [PublicationJournal, PublicationNotices, TransferJournal];
const STEPS = [OutcomeReconciler, PostStarter, PublishedVideoFinder, Publisher, Schedule, VideoTransfer];

@Module({
  imports: [ErrorCatalogueModule, IntegrationsModule, PostModule, QuotasModule, TargetsModule, UploadsModule],
  providers: [...WRITERS, ...STEPS, PublicationWebhook, StatusReader],
  exports: [PublicationJournal, PublicationNotices, PublicationWebhook, TargetsModule],
})
export class PublishingModule {}
