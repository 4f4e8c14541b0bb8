import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, cutText, describeError, isDeferred, noteFacts } from '../common/index.js';
import {
  Jobs,
  LeaseLostError,
  NotYetError,
  TryLaterError,
  type Claim,
  type WorkOutcome,
} from '../jobs/index.js';
import { nextDispatchIn } from './dispatch-schedule.js';
import { lookAgainIn, MISSING_REASONS, type Missing } from './early-events.js';
import { EventHandlers } from './event-handlers.js';
import { EventReceipts } from './event-receipts.js';
import { EventRecipients } from './event-recipients.js';
import { incomingEvent, type IncomingEvent } from './incoming-event.js';
import type { WebhookStatus } from './webhook-event.entity.js';

/** The work of dispatching: wakes for an event's id. */
export const WEBHOOK_WORK = 'webhook';

// Events that are routed, shown and settled together, in one statement each.
const CONCURRENCY = 32;
// As much as a list has room for.
const MAX_REASON_LENGTH = 500;

/** Finds whom a stored event concerns, hands it on, and shows it to those organisations. */
@Injectable()
export class WebhookDispatcher implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly recipients: EventRecipients,
    private readonly receipts: EventReceipts,
    private readonly handlers: EventHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: WEBHOOK_WORK,
      table: 'webhook_events',
      concurrency: CONCURRENCY,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle(claim: Claim): Promise<WorkOutcome> {
    if (claim.row.status !== 'received') return { set: { due_at: null } };
    try {
      return await this.dispatch(incomingEvent(claim.row));
    } catch (error) {
      return this.afterFailure(claim, error);
    }
  }

  /** @throws NotYetError for an event that came before what it is about */
  private async dispatch(event: IncomingEvent): Promise<WorkOutcome> {
    const recipients = await this.recipients.of(event);
    noteFacts({
      organisationIds: recipients.map(({ organisationId }) => organisationId),
      integrationIds: recipients.map(({ id }) => id),
    });
    await this.receipts.show(event.id, recipients);
    const handled = await this.handlers.handle(event, recipients);
    if (handled.kind === 'done') return this.settled('processed');
    if (handled.kind === 'unused') return this.settled('ignored', handled.reason);
    return this.settled('ignored', this.afterWaiting(event, handled.missing));
  }

  /** @returns why the event comes to nothing, when it has waited long enough */
  private afterWaiting({ receivedAt }: IncomingEvent, missing: Missing): string {
    const reason = MISSING_REASONS[missing];
    const seconds = lookAgainIn(missing, receivedAt, this.clock.now());
    if (seconds !== undefined) throw new NotYetError(reason, seconds);
    return reason;
  }

  /** @throws TryLaterError until it is time to give up */
  private afterFailure({ attempts, signal }: Claim, error: unknown): WorkOutcome {
    const isOurs = error instanceof NotYetError || error instanceof LeaseLostError || isHeldBack(error);
    if (signal.aborted || isOurs) throw error;
    const { message } = describeError(error);
    const seconds = nextDispatchIn(attempts);
    if (seconds !== undefined) throw new TryLaterError(message, seconds, { cause: error });
    noteFacts({ err: error });
    return this.settled('failed', message);
  }

  private settled(status: WebhookStatus, failure: string | null = null): WorkOutcome {
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

/** It only waits for its turn: nothing was tried. */
function isHeldBack(error: unknown): boolean {
  return error instanceof TryLaterError && isDeferred(error.cause);
}
