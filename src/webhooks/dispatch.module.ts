import { Module } from '@nestjs/common';
import { AdsModule } from '../ads/index.js';
import { ContentModule } from '../content/index.js';
import { CrmInboxModule } from '../crm-inbox/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { SyncModule } from '../sync/index.js';
import { ErasedEvents } from './erased-events.js';
import { EventReceipts } from './event-receipts.js';
import { EventRecipients } from './event-recipients.js';
import { HandlersModule } from './handlers/handlers.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { WebhookHandlers } from './on-webhook.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { WebhookQuarantine } from './webhook-quarantine.js';

/** From a stored event to its handler. */
@Module({
  imports: [
    AdsModule,
    ContentModule,
    CrmInboxModule,
    HandlersModule,
    IntakeModule,
    IntegrationsModule,
    SyncModule,
  ],
  providers: [
    ErasedEvents,
    EventReceipts,
    EventRecipients,
    WebhookDispatcher,
    WebhookHandlers,
    WebhookQuarantine,
  ],
})
export class DispatchModule {}
