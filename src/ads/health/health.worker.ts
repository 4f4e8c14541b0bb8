import { Inject, Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { TryLaterError, WorkHandler, type Claim, type RowUpdate } from '../../jobs/index.js';
import { problemFrom } from '../accounts/account-abilities.js';
import { problemOf } from '../accounts/account-problems.js';
import type { AccountProblemView } from '../accounts/dto/ads-account.view.js';
import { CopyRefresh } from '../objects/copy-refresh.js';
import { withShortWaits } from '../objects/short-waits.js';
import { AccountFacts, type LiveFacts } from './account-facts.js';
import { FindingsStore } from './findings.store.js';
import { HealthCheck } from './health-check.js';
import { HealthStore } from './health.store.js';
import { whenToRetry } from './when-to-retry.js';

export const HEALTH_CHECKS = Symbol('health checks');
/** Spreads the checks, so that accounts that were added together do not stay together. */
const JITTER = 0.1;

/** Checks one ad account. What TikTok refuses for it is its state, and does not stop the checks of others. */
@Injectable()
export class HealthWorker {
  constructor(
    private readonly config: AppConfig,
    private readonly accounts: AdAccountAccess,
    private readonly facts: AccountFacts,
    private readonly copies: CopyRefresh,
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
    private readonly findings: FindingsStore,
    private readonly store: HealthStore,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('ad-health')
  async handle(claim: Claim): Promise<RowUpdate> {
    // Switched off since the row was planned. The schedule plans it again once it is on.
    if (this.config.ads.health.intervalMinutes === 0) return { set: { due_at: null } };
    const account = await this.open(String(claim.row.account_id));
    if (!account) {
      const problem = problemOf({ accessible: false, connected: true, status: null });
      await this.store.save(claim.id, { state: 'not_connected', problem });
      return { set: { due_at: null } };
    }
    const asked = await this.ask(() => withShortWaits(() => this.facts.read(account)));
    if ('problem' in asked) await this.store.save(claim.id, refused(asked.problem));
    else await this.check(account, asked.value, claim);
    return { set: { due_at: this.nextTime().toISOString() } };
  }

  private async check(account: AdAccountRef, facts: LiveFacts, claim: Claim): Promise<void> {
    const { status, balance, currency, problem } = facts;
    const state = { state: 'checked' as const, status, balance, currency, problem };
    await this.store.save(claim.id, state);
    // The checks look into the copies of ads.
    const copied = await this.ask(() => this.copies.refresh(account));
    let refusal = 'problem' in copied ? copied.problem : undefined;
    for (const check of this.checks) {
      const known = await this.findings.known(account.accountId, check.topic);
      const found = await this.ask(() => withShortWaits(() => check.find({ ...facts, account, known })));
      if ('problem' in found) refusal ??= found.problem;
      else if (found.value) {
        await claim.assertHeld();
        await this.findings.apply(account, check, found.value);
      }
    }
    if (refusal) await this.store.save(claim.id, { ...state, ...refused(problem ?? refusal) });
  }

  private async open(accountId: string): Promise<AdAccountRef | undefined> {
    try {
      return await this.accounts.find(accountId);
    } catch (error) {
      if (error instanceof ForbiddenError) return undefined;
      throw error;
    }
  }

  /** @throws TryLaterError if TikTok may answer later. The whole check is repeated then, which does no harm. */
  private async ask<T>(read: () => Promise<T>): Promise<{ value: T } | { problem: AccountProblemView }> {
    try {
      return { value: await read() };
    } catch (error) {
      const seconds = whenToRetry(error);
      if (seconds !== undefined) throw new TryLaterError(messageOf(error), seconds, { cause: error });
      return { problem: problemFrom(error) };
    }
  }

  private nextTime(): Date {
    const seconds = this.config.ads.health.intervalMinutes * 60;
    return this.clock.inSeconds(Math.ceil(seconds * (1 + JITTER * (Math.random() * 2 - 1))));
  }
}

function refused(problem: AccountProblemView) {
  return { state: 'refused' as const, problem };
}
