import { Injectable } from '@nestjs/common';
import { Clock, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { stepFailure } from '../../integrations/index.js';
import { NotYetError, retryError, WorkHandler, type Claim } from '../../jobs/index.js';
import type { Deliverer, Found } from './deliverer.js';
import { Deliverers } from './deliverers.js';
import { secondsUntilLook } from './look-schedule.js';
import { Outbox } from './outbox.js';
import type { Outgoing } from './outgoing.entity.js';
import { sendFailure } from './send-failure.js';
import { ALREADY_POSTED, ALREADY_POSTED_TEXT } from './status-text.js';

const TURN_SECONDS = 2;
const MINUTE = 60;

/**
 * Takes an outgoing message one step further. 1. It waits for its turn in the conversation. 2. It is marked as sent. 3. The call
 * leaves, once. 4. The answer is committed. After a lost answer, the service looks for the result a few times, and never sends
 * again. 5. Minutes later it reads whether others see the message.
 */
@Injectable()
export class OutboxWorker {
  constructor(
    private readonly config: AppConfig,
    private readonly outbox: Outbox,
    private readonly deliverers: Deliverers,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('crm-outbox')
  async handle(claim: Claim): Promise<void> {
    const outgoing = await this.outbox.find(claim.id);
    if (!outgoing || outgoing.dueAt === null) return;
    const deliverer = this.deliverers.of(outgoing.kind);
    if (outgoing.status === 'queued') return await this.send(claim, outgoing, deliverer);
    if (outgoing.status === 'confirmed') return await this.readReach(outgoing, deliverer);
    if (outgoing.status !== 'failed') await this.look(outgoing, deliverer);
  }

  private async send(claim: Claim, outgoing: Outgoing, deliverer: Deliverer): Promise<void> {
    if (await this.outbox.hasToWait(outgoing))
      throw new NotYetError('an earlier message of the conversation is being sent', TURN_SECONDS);
    if (await this.outbox.isPosted(outgoing))
      return await this.outbox.fail(outgoing, ALREADY_POSTED, ALREADY_POSTED_TEXT);
    if (this.hasExpired(outgoing)) return await this.outbox.fail(outgoing, 'not_sent', this.expiredText());
    try {
      const leave = await deliverer.prepare(outgoing);
      await claim.assertHeld();
      if (!(await this.outbox.markSent(outgoing, this.config.crm.settleSeconds))) return;
      const found = await leave();
      if (found) await this.confirm(outgoing, deliverer, found, true);
      else await this.becomeUnknown(outgoing);
    } catch (error) {
      await this.noteFailure(outgoing, error);
    }
  }

  /** @throws the error if the message may be sent later, or if it is a fault */
  private async noteFailure(outgoing: Outgoing, error: unknown): Promise<void> {
    const failure = sendFailure(error);
    noteFacts({ failure: failure.kind });
    switch (failure.kind) {
      case 'unknown':
        return await this.becomeUnknown(outgoing);
      case 'unsent':
        if (outgoing.status === 'sent') await this.outbox.markUnsent(outgoing);
        throw retryError({ ...stepFailure(error), retryable: true });
      case 'refused':
        return await this.outbox.fail(outgoing, failure.code, failure.message);
      case 'fault':
        // After the mark, the next claim looks for the result instead of sending.
        throw error;
    }
  }

  private async look(outgoing: Outgoing, deliverer: Deliverer): Promise<void> {
    const { settleSeconds, checks: most } = this.config.crm;
    const waitMs = (outgoing.sentAt?.getTime() ?? 0) + settleSeconds * 1000 - this.clock.now().getTime();
    // The call of a killed process may still be on its way.
    if (waitMs > 0) throw new NotYetError('the call may still be on its way', Math.ceil(waitMs / 1000));
    const found = await this.tryToFind(outgoing, deliverer);
    if (found) return await this.confirm(outgoing, deliverer, found, false);
    const checks = outgoing.checks + 1;
    const seconds = secondsUntilLook(checks, settleSeconds, most);
    const next = seconds === undefined ? null : this.clock.inSeconds(seconds);
    await this.outbox.stayUnknown(outgoing, next, checks);
  }

  /** A look that TikTok refuses finds nothing: a look that fails for now is repeated. */
  private async tryToFind(outgoing: Outgoing, deliverer: Deliverer): Promise<Found | undefined> {
    try {
      return await deliverer.find(outgoing, (ids) => this.outbox.taken(outgoing, ids));
    } catch (error) {
      if (sendFailure(error).kind === 'refused') return undefined;
      throw retryError(stepFailure(error));
    }
  }

  private async readReach(outgoing: Outgoing, deliverer: Deliverer): Promise<void> {
    try {
      const reach = outgoing.reach ?? (await deliverer.reach(outgoing));
      await this.outbox.noteReach(outgoing, reach);
    } catch (error) {
      if (sendFailure(error).kind !== 'refused') throw retryError(stepFailure(error));
      await this.outbox.noteReach(outgoing, null);
    }
  }

  private async confirm(
    outgoing: Outgoing,
    deliverer: Deliverer,
    found: Found,
    isAnswer: boolean,
  ): Promise<void> {
    const { limitedAfterMinutes } = this.config.crm;
    const reachDueAt = limitedAfterMinutes > 0 ? this.clock.inSeconds(limitedAfterMinutes * MINUTE) : null;
    await this.outbox.confirm(outgoing, { found, deliverer, isAnswer }, reachDueAt);
  }

  private async becomeUnknown(outgoing: Outgoing): Promise<void> {
    await this.outbox.stayUnknown(outgoing, this.clock.inSeconds(this.config.crm.settleSeconds));
  }

  private hasExpired({ createdAt }: Outgoing): boolean {
    const limit = this.config.crm.sendWithinMinutes * MINUTE * 1000;
    return this.clock.now().getTime() - createdAt.getTime() > limit;
  }

  private expiredText(): string {
    return `TikTok could not take it within ${this.config.crm.sendWithinMinutes} min. Nothing was posted. Send it again.`;
  }
}
