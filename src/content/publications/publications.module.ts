import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { PostModule } from '../post/post.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { FileSources } from './file-sources.js';
import { MissingUploads } from './missing-uploads.js';
import { PublicationCancel } from './publication-cancel.js';
import { PublicationChangesController } from './publication-changes.controller.js';
import { PublicationCreation } from './publication-creation.js';
import { PublicationEdits } from './publication-edits.js';
import { PublicationListController } from './publication-list.controller.js';
import { PublicationList } from './publication-list.js';
import { PublicationViews } from './publication-views.js';
import { PublicationLifecycle } from './publication.lifecycle.js';
import { PublicationsController } from './publications.controller.js';
import { PublishRequests } from './publish-requests.js';
import { ResolveOutcome } from './resolve-outcome.js';
import { Retries } from './retries.js';
import { UnfinishedPosts } from './unfinished-posts.js';

const READERS = [FileSources, MissingUploads, PublicationList, PublicationViews, UnfinishedPosts];
const CHANGES = [PublicationCancel, PublicationCreation, PublicationEdits, PublishRequests];

@Module({
  imports: [IntegrationsModule, PostModule, PublishingModule, QuotasModule, UploadsModule],
  controllers: [PublicationChangesController, PublicationListController, PublicationsController],
  providers: [...READERS, ...CHANGES, PublicationLifecycle, ResolveOutcome, Retries],
})
export class PublicationsModule {}
