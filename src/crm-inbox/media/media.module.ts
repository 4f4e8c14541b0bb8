import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { MediaLinks } from './media-links.js';
import { MediaController } from './media.controller.js';
import { MediaJanitor } from './media.janitor.js';
import { MediaQuota } from './media-quota.js';
import { MediaWorker } from './media.worker.js';

/** Copies of the pictures and videos of direct messages. */
@Module({
  imports: [InboxStoreModule, IntegrationsModule, NotificationsModule],
  controllers: [MediaController],
  providers: [MediaJanitor, MediaLinks, MediaQuota, MediaWorker],
  exports: [MediaLinks],
})
export class MediaModule {}
