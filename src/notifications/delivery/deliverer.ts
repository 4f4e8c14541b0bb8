import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs, TryLaterError, type Claim } from '../../jobs/index.js';
import { configuredChannels } from './configured-channels.js';
import { nextAttemptIn } from './delivery-schedule.js';
import { NotDeliveredError } from './not-delivered.errors.js';
import { NotificationDelivery, type DeliveryStatus } from './notification-delivery.entity.js';

/** The work of delivering: wakes for a delivery's id. */
export const DELIVERY_WORK = 'notification-delivery';

/**
 * Sends what was told out of the service, one attempt a claim. At least once: a process that dies between the other
 * side's answer and the commit sends again, under the same webhook-id or Message-ID.
 */
@Injectable()
export class Deliverer implements OnModuleInit {
  private readonly channels;

  constructor(
    config: AppConfig,
    private readonly jobs: Jobs,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {
    this.channels = configuredChannels(config.notifications);
  }

  onModuleInit(): void {
    this.jobs.register({
      name: DELIVERY_WORK,
      table: 'notification_deliveries',
      concurrency: 4,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle(claim: Claim): Promise<void> {
    const delivery = await this.orgContext.transaction((em) =>
      em
        .getRepository(NotificationDelivery)
        .findOne({ where: { id: claim.id, status: 'pending' }, relations: { notification: true } }),
    );
    if (!delivery) return;
    const channel = this.channels.get(delivery.channel);
    if (!channel) return await this.settle(delivery, 'given_up', 'the channel is not configured any more');
    await claim.assertHeld();
    try {
      await this.settle(delivery, await channel.send(delivery.notification));
    } catch (error) {
      if (!(error instanceof NotDeliveredError)) throw error;
      const seconds = nextAttemptIn(claim.attempts);
      if (seconds !== undefined) throw new TryLaterError(error.message, seconds);
      await this.settle(delivery, 'given_up', error.message);
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
