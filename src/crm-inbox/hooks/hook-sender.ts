import { Injectable } from '@nestjs/common';
import { Clock, messageOf, noteFacts } from '../../common/index.js';
import { AppConfig, webhookSecretOf } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { TokenCipher } from '../../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { DeliveryFailedError, postSigned, secondsUntilRetry } from '../../notifications/index.js';
import { HookBodies } from './hook-bodies.js';
import { CrmWebhookDelivery, type HookDeliveryStatus } from './webhook-delivery.entity.js';
import { CrmWebhook } from './webhook.entity.js';

const GONE = 410;
const GONE_TEXT = 'The address answered 410 Gone, so the service has disabled it.';

interface Outcome {
  status: HookDeliveryStatus;
  responseStatus?: number;
  failReason?: string;
}

/**
 * Sends inbox events to the organisation's addresses, one attempt per claim. Delivery is at least once, and the order is not
 * guaranteed: a receiver compares `webhook-id` and reads `timestamp`.
 */
@Injectable()
export class HookSender {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly cipher: TokenCipher,
    private readonly bodies: HookBodies,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('crm-webhook')
  async handle(claim: Claim): Promise<void> {
    const delivery = await this.orgContext.transaction((em) =>
      em
        .getRepository(CrmWebhookDelivery)
        .findOne({ where: { id: claim.id, status: 'pending' }, relations: { webhook: true } }),
    );
    if (!delivery) return;
    await claim.assertHeld();
    try {
      await this.settle(delivery, await this.send(delivery));
    } catch (error) {
      const outcome = outcomeOf({ error, retryable: error instanceof DeliveryFailedError }, claim, {
        pauseAfter: secondsUntilRetry,
      });
      if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
      await this.settle(delivery, { status: 'given_up', failReason: messageOf(error) });
    }
  }

  private async send(delivery: CrmWebhookDelivery): Promise<Outcome> {
    const { webhook, id, change } = delivery;
    if (!webhook.enabled) return { status: 'stopped', failReason: 'The webhook is disabled.' };
    const body = await this.bodies.of(delivery);
    if (body === undefined) return { status: 'stopped', failReason: 'The conversation no longer exists.' };
    const secret = webhookSecretOf(
      this.cipher.decrypt(webhook.secret, { recordId: webhook.id, field: 'secret' }),
    );
    if (!secret) throw new Error(`the secret of webhook ${webhook.id} has another form`);
    const status = await postSigned({
      url: webhook.url,
      secret,
      id: change === 1 ? id : `${id}-${change}`,
      body,
      allowPrivate: this.config.allowPrivateAddresses,
    });
    await this.noteAnswer(delivery, status);
    if (status >= 200 && status < 300) return { status: 'delivered', responseStatus: status };
    if (status !== GONE) throw new DeliveryFailedError(`the webhook endpoint answered ${status}`);
    await this.disable(webhook.id);
    return { status: 'stopped', responseStatus: status, failReason: GONE_TEXT };
  }

  private async noteAnswer({ id }: CrmWebhookDelivery, responseStatus: number): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(CrmWebhookDelivery).update({ id }, { responseStatus }),
    );
  }

  private async disable(id: string): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(CrmWebhook).update({ id }, { enabled: false, disabledReason: GONE_TEXT }),
    );
  }

  /** A change that arrived while this one was sent is still to be sent. */
  private async settle({ id, change }: CrmWebhookDelivery, { status, failReason }: Outcome): Promise<void> {
    const settled = { status, failReason: failReason ?? null, settledAt: this.clock.now(), dueAt: null };
    await this.orgContext.transaction(async (em) => {
      const { affected } = await em
        .getRepository(CrmWebhookDelivery)
        .update({ id, change, status: 'pending' }, settled);
      if (!affected && status === 'delivered')
        await em
          .getRepository(CrmWebhookDelivery)
          .update({ id, status: 'pending' }, { dueAt: this.clock.now() });
      else if (!affected)
        await em.getRepository(CrmWebhookDelivery).update({ id, status: 'pending' }, settled);
    });
    if (failReason !== undefined) noteFacts({ reason: failReason });
  }
}
