import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { TikTokApiError, TikTokNetworkError, TikTokRateLimitedError } from '../http/tiktok-errors.js';
import { AppCircuit } from './app-circuit.js';
import { Breaches } from './breaches.js';
import { budgetsOf } from './budgets-of-call.js';
import { RateBudgetError } from './rate-budget.error.js';
import { sharerOf, subjectOf, type RatedCall } from './rated-call.js';
import { blockKeysOf, recoveryOf } from './recovery.js';
import { RecoveryBlocks } from './recovery-blocks.js';
import { circuitOpen, recovering, refusedByTikTok, spent } from './rate-refusals.js';
import { utcDay } from './utc-day.js';
import { WindowStore, type Taking } from './window.store.js';

/** Keeps every budget that TikTok counts, so that TikTok never has to say no; and learns from it when it does. */
@Injectable()
export class RateGovernor {
  private readonly breaches = new Breaches();
  private readonly circuits = { open: new AppCircuit(), business: new AppCircuit() };

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly windows: WindowStore,
    private readonly blocks: RecoveryBlocks,
  ) {}

  /**
   * Makes a call when its budgets allow it. Nobody sleeps here.
   * @throws RateBudgetError when they do not, or when TikTok said that they were exceeded; otherwise what `send` throws
   */
  async run<T>(call: RatedCall, send: () => Promise<T>): Promise<T> {
    if (!this.config.tiktok.keepsRateLimits) return await send();
    const taking = await this.admit(call);
    try {
      const answer = await send();
      this.circuits[call.api].answered();
      return answer;
    } catch (error) {
      if (error instanceof TikTokNetworkError && !error.sent) await this.windows.release(taking);
      throw await this.learn(call, error);
    } finally {
      // Nobody has to wait for it: until then the call counts for longer, not for less.
      void this.windows.settle(taking);
    }
  }

  private async admit(call: RatedCall): Promise<Taking> {
    const now = this.clock.now();
    const shutMs = this.circuits[call.api].waitMs(now.getTime());
    if (shutMs > 0) throw circuitOpen(shutMs);
    const blockedMs = await this.blocks.remainingMs(Object.values(blockKeysOf(call)));
    if (blockedMs > 0) throw recovering(call, blockedMs);
    const taking: Taking = {
      id: randomUUID(),
      priority: call.priority,
      sharer: sharerOf(call),
      day: utcDay(now),
      budgets: budgetsOf(call, this.config.tiktok),
    };
    const verdict = await this.windows.take(taking);
    if (!verdict.taken) throw spent(verdict.budget, verdict.waitMs);
    return taking;
  }

  /** @returns what to throw */
  private async learn(call: RatedCall, error: unknown): Promise<unknown> {
    const now = this.clock.now();
    if (error instanceof TikTokRateLimitedError) return await this.afterBreach(call, error, now);
    if (error instanceof TikTokApiError) {
      const openMs = this.circuits[call.api].refused(error.code, subjectOf(call), now.getTime());
      // The other processes need not find out for themselves. It ends before ours does, so as not to stop our probe.
      if (openMs !== undefined) await this.blocks.set(blockKeysOf(call).app, openMs / 1000 - 1);
    }
    return error;
  }

  private async afterBreach(
    call: RatedCall,
    error: TikTokRateLimitedError,
    now: Date,
  ): Promise<RateBudgetError> {
    const earlier = this.breaches.note(`${call.api}:${call.path}`, subjectOf(call), now.getTime());
    const recovery = recoveryOf(call, error, earlier, now);
    await this.blocks.set(recovery.key, recovery.seconds);
    return refusedByTikTok(recovery, error);
  }
}
