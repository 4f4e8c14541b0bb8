import { Module } from '@nestjs/common';
import { WebhookApps } from './webhook-apps.js';
import { WebhookIntake } from './webhook-intake.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { WebhookStore } from './webhook-store.js';
import { WebhookVerifier } from './webhook-verifier.js';

/** From a request to a stored event. */
@Module({
  providers: [WebhookApps, WebhookIntake, WebhookReceiver, WebhookStore, WebhookVerifier],
  exports: [WebhookApps, WebhookReceiver],
})
export class IntakeModule {}
