import { Module } from '@nestjs/common';
import { ContentModule } from '../../content/index.js';
import { CrmInboxModule } from '../../crm-inbox/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { Arrivals } from './arrivals.js';
import { RegisteredFamilies } from './registered-families.js';
import { WatchesStore } from './watches.store.js';
import { WebhookWatchdog } from './webhook-watchdog.js';

/** Notices when changes are found that no webhook has announced. */
@Module({
  imports: [ContentModule, CrmInboxModule, IntegrationsModule],
  providers: [Arrivals, RegisteredFamilies, WatchesStore, WebhookWatchdog],
  exports: [WebhookWatchdog],
})
export class WatchdogModule {}
