import { Injectable } from '@nestjs/common';
import { Clock, cutText, describeError, noteFacts } from '../common/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { NotYetError, outcomeOf, WorkHandler, type Claim, type RowUpdate } from '../jobs/index.js';
import { secondsUntilRetry } from './dispatch-schedule.js';
import { MISSING_REASONS, secondsUntilRecheck, type Missing } from './early-event-schedule.js';
import { ERASED_COLUMNS, ERASED_REASON } from './erased-event.js';
import { ErasedEvents } from './erased-events.js';
import { EventReceipts } from './event-receipts.js';
import { EventRecipients } from './event-recipients.js';
import { incomingEvent, type IncomingEvent } from './incoming-event.js';
import { WebhookHandlers, type Handled } from './on-webhook.js';
import type { WebhookStatus } from './webhook-event.entity.js';

// The limit of `failure` in the list of events.
const MAX_REASON_LENGTH = 500;
const ERASED: Handled = { kind: 'unused', reason: ERASED_REASON };

/** Finds the recipients of a stored event, shows it to their organisations, and passes it to its handler. */
@Injectable()
export class WebhookDispatcher {
  constructor(
    private readonly recipients: EventRecipients,
    private readonly receipts: EventReceipts,
    private readonly handlers: WebhookHandlers,
    private readonly erased: ErasedEvents,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('webhook')
  async handle(claim: Claim): Promise<RowUpdate> {
    if (claim.row.status !== 'received') return { set: { due_at: null } };
    try {
      return await this.dispatch(incomingEvent(claim.row));
    } catch (error) {
      return this.afterFailure(claim, error);
    }
  }

  /** @throws NotYetError for an event that arrived before the thing it refers to */
  private async dispatch(event: IncomingEvent): Promise<RowUpdate> {
    const recipients = await this.recipients.of(event);
    noteFacts({
      organisationIds: recipients.map(({ organisationId }) => organisationId),
      integrationIds: recipients.map(({ id }) => id),
    });
    await this.receipts.show(event.id, recipients);
    const handled = await this.handleOrGiveUp(event, recipients);
    const { set } = this.afterHandling(event, handled);
    // Not before it is settled: the inbox still needs what it says.
    return { set: (await this.erased.isErased(event, recipients)) ? { ...set, ...ERASED_COLUMNS } : set };
  }

  /** An event that cannot be handled is tried again, unless its content only waits for its deletion. */
  private async handleOrGiveUp(
    event: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    try {
      return await this.handlers.handle(event, recipients);
    } catch (error) {
      if (await this.erased.givesUp(event, recipients, error)) return ERASED;
      throw error;
    }
  }

  /** @throws NotYetError */
  private afterHandling(event: IncomingEvent, handled: Handled): RowUpdate {
    if (handled.kind === 'done') return this.settled('processed');
    if (handled.kind === 'unused') return this.settled('ignored', handled.reason);
    return this.settled('ignored', this.reasonAfterWait(event, handled.missing));
  }

  /** @returns why the event is ignored, once it has waited long enough */
  private reasonAfterWait({ receivedAt }: IncomingEvent, missing: Missing): string {
    const reason = MISSING_REASONS[missing];
    const seconds = secondsUntilRecheck(missing, receivedAt, this.clock.now());
    if (seconds !== undefined) throw new NotYetError(reason, seconds);
    return reason;
  }

  /** Any error may be temporary, so all are retried on the schedule. */
  private afterFailure(claim: Claim, error: unknown): RowUpdate {
    const outcome = outcomeOf({ error, retryable: true }, claim, { pauseAfter: secondsUntilRetry });
    if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
    noteFacts({ err: error });
    return this.settled('failed', describeError(error).message);
  }

  private settled(status: WebhookStatus, failure: string | null = null): RowUpdate {
    return {
      set: {
        status,
        failure: failure && cutText(failure, MAX_REASON_LENGTH),
        processed_at: this.clock.now().toISOString(),
        due_at: null,
      },
    };
  }
}
