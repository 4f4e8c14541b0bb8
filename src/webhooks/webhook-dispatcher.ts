import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, cutText, describeError, isError, messageOf, TooManyRequestsError } from '../common/index.js';
import { SystemContext } from '../database/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { Jobs, LeaseLostError, TryLaterError, type Claim } from '../jobs/index.js';
import { SocialActivity } from '../sync/index.js';
import { parseWebhookContent } from '../tiktok/index.js';
import { nextDispatchIn } from './dispatch-schedule.js';
import { EventHandlers } from './event-handlers.js';
import { WebhookEvent, type WebhookStatus } from './webhook-event.entity.js';

/** The work of dispatching: wakes for an event's id. */
export const WEBHOOK_WORK = 'webhook';

// As much as a list has room for.
const MAX_FAILURE_LENGTH = 500;

/** Finds whom a stored event concerns, hands it on, and shows it to those organisations. */
@Injectable()
export class WebhookDispatcher implements OnModuleInit {
  private readonly logger = new Logger(WebhookDispatcher.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly system: SystemContext,
    private readonly integrations: IntegrationsService,
    private readonly activity: SocialActivity,
    private readonly handlers: EventHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: WEBHOOK_WORK,
      table: 'webhook_events',
      concurrency: 4,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle(claim: Claim): Promise<void> {
    const stored = await this.system.transaction('read a webhook', (em) =>
      em.getRepository(WebhookEvent).findOneBy({ id: claim.id }),
    );
    if (!stored || stored.status !== 'received') return;
    try {
      await this.settle(claim.id, (await this.dispatch(stored)) ? 'processed' : 'ignored');
    } catch (error) {
      await this.afterFailure(claim, error);
    }
  }

  /** @returns whether anybody had a use for it */
  private async dispatch(stored: WebhookEvent): Promise<boolean> {
    const content = parseWebhookContent(stored.content ?? '');
    const recipients = await this.recipients(stored, content);
    await this.show(stored.id, recipients);
    return await this.handlers.handle({
      event: stored.event ?? '',
      clientKey: stored.clientKey,
      userOpenId: stored.userOpenId,
      eventTime: stored.eventTime ?? stored.receivedAt,
      content,
      recipients,
    });
  }

  /** @throws TryLaterError until it is time to give up */
  private async afterFailure({ id, attempts, signal }: Claim, error: unknown): Promise<void> {
    if (signal.aborted || error instanceof LeaseLostError || isHeldBack(error)) throw error;
    this.logger.error(isError(error) ? error : new Error(messageOf(error)));
    const { message } = describeError(error);
    const seconds = nextDispatchIn(attempts);
    if (seconds !== undefined) throw new TryLaterError(message, seconds, { cause: error });
    this.logger.error(`the webhook event ${id} is given up after ${attempts} attempts`);
    await this.settle(id, 'failed', cutText(message, MAX_FAILURE_LENGTH));
  }

  private async settle(id: string, status: WebhookStatus, failure: string | null = null): Promise<void> {
    await this.system.transaction('settle a webhook', (em) =>
      em
        .getRepository(WebhookEvent)
        .update({ id }, { status, failure, processedAt: this.clock.now(), dueAt: null }),
    );
  }

  /** By the account; without the consent for comments nobody knows the Business app's id for it: the video tells then. */
  private async recipients(
    { clientKey, userOpenId }: WebhookEvent,
    content: Record<string, unknown>,
  ): Promise<IntegrationRef[]> {
    const byAccount = userOpenId
      ? await this.integrations.ofAccount({ appId: clientKey, openId: userOpenId })
      : [];
    if (byAccount.length > 0 || content.video_id === undefined) return byAccount;
    return await this.integrations.withIds(await this.activity.ownersOf(String(content.video_id)));
  }

  private async show(eventId: string, recipients: IntegrationRef[]): Promise<void> {
    const column = (read: (recipient: IntegrationRef) => string) => recipients.map(read);
    await this.system.transaction('show a webhook to its organisations', (em) =>
      em.query(
        `INSERT INTO webhook_receipts (event_id, organisation_id, integration_id)
         SELECT $1, * FROM unnest($2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
        [eventId, column((r) => r.organisationId), column((r) => r.id)],
      ),
    );
  }
}

/** By a rate limit: nothing was tried. */
function isHeldBack(error: unknown): boolean {
  return error instanceof TryLaterError && error.cause instanceof TooManyRequestsError;
}
