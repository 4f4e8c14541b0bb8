import { Module } from '@nestjs/common';
import { CrmInboxModule } from '../../crm-inbox/index.js';
import { ErasedContacts } from './erased-contacts.js';
import { WebhookLifecycle } from './webhook.lifecycle.js';
import { EventWeeks } from './event-weeks.js';
import { OldEvents } from './old-events.js';
import { WebhookJanitor } from './webhook-janitor.js';

/** The end of stored events: by age, with their integration, or with a person. */
@Module({
  imports: [CrmInboxModule],
  providers: [ErasedContacts, EventWeeks, OldEvents, WebhookJanitor, WebhookLifecycle],
})
export class RetentionModule {}
