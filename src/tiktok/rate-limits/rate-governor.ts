import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { TikTokApiError, TikTokNetworkError, TikTokRateLimitedError } from '../http/tiktok-errors.js';
import { AppCircuit } from './app-circuit.js';
import { BudgetLedger, type Claim } from './budget-ledger.js';
import { budgetsOf } from './budgets-of-call.js';
import { ExpiringSets } from './expiring-sets.js';
import { RateBudgetError } from './rate-budget.error.js';
import { subjectOf, type RatedCall } from './rated-call.js';
import { blockKeysOf, recoveryOf, type EarlierRefusals } from './recovery.js';

// A pause that was too short shows within seconds. A later refusal is a new incident.
const INCIDENT_MS = 10_000;

/** Keeps calls within TikTok's limits, and pauses them when TikTok refuses one as too many. */
@Injectable()
export class RateGovernor {
  private readonly circuits = { open: new AppCircuit(), business: new AppCircuit() };

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly ledger: BudgetLedger,
    private readonly sets: ExpiringSets,
  ) {}

  /**
   * Makes a call if the limits allow it now. It never sleeps.
   * @throws RateBudgetError if they do not, or if TikTok refuses it as one too many; otherwise what `send` throws
   */
  async run<T>(call: RatedCall, send: () => Promise<T>): Promise<T> {
    if (!this.config.tiktok.keepsRateLimits) return await send();
    const claim = await this.admit(call);
    try {
      const result = await send();
      this.circuits[call.api].succeeded();
      void this.ledger.settle(claim);
      return result;
    } catch (error) {
      const neverSent = error instanceof TikTokNetworkError && !error.sent;
      // Until it is settled, a call counts for longer, not for less. So no caller has to wait for that.
      if (neverSent) await this.ledger.release(claim);
      else void this.ledger.settle(claim);
      throw await this.learnFrom(call, error);
    }
  }

  private async admit(call: RatedCall): Promise<Claim> {
    const pausedMs = this.circuits[call.api].remainingMs(this.clock.now().getTime());
    if (pausedMs > 0) throw new RateBudgetError('app', 'TikTok refuses all calls of this app.', pausedMs);
    const claim: Claim = {
      id: randomUUID(),
      priority: call.priority,
      // This module does not know organisations. Calls without a credential compete as one consumer.
      consumer: call.credentialId ?? 'app',
      budgets: budgetsOf(call, this.config.tiktok),
      blocks: Object.values(blockKeysOf(call)),
    };
    const denial = await this.ledger.admit(claim);
    if (!denial) return claim;
    const { budget, waitMs } = denial;
    if (budget) throw RateBudgetError.limitReached(budget, waitMs);
    throw new RateBudgetError('endpoint', `TikTok refused calls to ${call.path} as too many.`, waitMs);
  }

  /** @returns the error to throw */
  private async learnFrom(call: RatedCall, error: unknown): Promise<unknown> {
    if (error instanceof TikTokRateLimitedError) {
      const { key, scope, ms } = recoveryOf(call, error, await this.noteRefusal(call), this.clock.now());
      await this.block(key, ms);
      const reason = `TikTok refused this call to ${error.origin.path} as one too many (${error.code}).`;
      return new RateBudgetError(scope, reason, ms, { cause: error });
    }
    if (error instanceof TikTokApiError) {
      const now = this.clock.now().getTime();
      const openMs = this.circuits[call.api].refused(error.code, subjectOf(call), now);
      // Spares other processes the same refusals. It ends before this circuit does, so that our probe can leave.
      if (openMs !== undefined) await this.block(blockKeysOf(call).app, openMs - 1_000);
    }
    return error;
  }

  /** Refuses calls in all processes. Of several blocks the longest counts. */
  private async block(key: string, ms: number): Promise<void> {
    await this.sets.add([{ key, member: randomUUID(), ms }]);
  }

  private async noteRefusal(call: RatedCall): Promise<EarlierRefusals> {
    const subject = subjectOf(call);
    const endpoint = `refusals:${call.api}:${call.path}`;
    const own = `${endpoint}:${subject}`;
    const [others = 0, again = 0] = await this.sets.sizes([endpoint, own], subject);
    await this.sets.add([
      { key: endpoint, member: subject, ms: INCIDENT_MS },
      { key: own, member: 'refused', ms: INCIDENT_MS },
    ]);
    return { own: again > 0, others: others > 0 };
  }
}
