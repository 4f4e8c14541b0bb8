import { Injectable } from '@nestjs/common';
import { Clock, messageOf, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { configuredChannels } from './configured-channels.js';
import { secondsUntilRetry } from './delivery-schedule.js';
import { DeliveryFailedError } from './delivery-failed.error.js';
import { NotificationDelivery, type DeliveryStatus } from './notification-delivery.entity.js';

/**
 * Sends notifications by e-mail and webhook, one attempt per claim. Delivery is at least once: a process that dies between
 * the response and the commit sends again, with the same webhook-id or Message-ID.
 */
@Injectable()
export class DeliveryWorker {
  private readonly channels;

  constructor(
    config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {
    this.channels = configuredChannels(config.notifications);
  }

  @WorkHandler('notification-delivery')
  async handle(claim: Claim): Promise<void> {
    const delivery = await this.orgContext.transaction((em) =>
      em
        .getRepository(NotificationDelivery)
        .findOne({ where: { id: claim.id, status: 'pending' }, relations: { notification: true } }),
    );
    if (!delivery) return;
    const channel = this.channels.get(delivery.channel);
    if (!channel) return await this.settle(delivery, 'given_up', 'the channel is no longer configured');
    await claim.assertHeld();
    try {
      await this.settle(delivery, await channel.send(delivery.notification));
    } catch (error) {
      const outcome = outcomeOf({ error, retryable: error instanceof DeliveryFailedError }, claim, {
        pauseAfter: secondsUntilRetry,
      });
      if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
      await this.settle(delivery, 'given_up', messageOf(error));
    }
  }

  private async settle(
    { id }: NotificationDelivery,
    status: DeliveryStatus,
    failReason: string | null = null,
  ): Promise<void> {
    await this.orgContext.transaction((em) =>
      em
        .getRepository(NotificationDelivery)
        .update({ id, status: 'pending' }, { status, failReason, settledAt: this.clock.now(), dueAt: null }),
    );
    if (status === 'given_up') noteFacts({ reason: failReason });
    if (status === 'stopped') noteFacts({ reason: 'the endpoint is gone (410)' });
  }
}
