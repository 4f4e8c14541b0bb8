import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BusyError, Clock, ConflictError } from '../../common/index.js';
import { LockTakenError, OrgContext, queryRows, untilFree } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { NO_SPEND, sumOf, type DaySpend } from '../spec/day-spend.js';
import type { PolicyRules } from './ad-policy.entity.js';
import { dailySpendRefusal } from './limits.js';
import { SpendBounds, type Bound } from './spend-bounds.js';
import { afterEdits, isOf, withMade, withRaises, type SpendEdit } from './spend-edit.js';
import { SpendFacts } from './spend-facts.js';
import { SpendLedger, type Edits } from './spend-ledger.js';
import { spendOfObjects, type SpendObject } from './spend-object.js';

/** How old the budgets may be by which an account is judged. */
const MAX_AGE_SECONDS = 60;
const PAUSE_MS = 250;
const MOST_PAUSES = 12;
const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked`;

/** What is about to spend more. */
export interface Wish {
  edits: readonly SpendEdit[];
  /** What new objects may spend in a day, beside what already runs. */
  extra?: DaySpend;
}

/**
 * Admits what spends more, one decision at a time per organisation. A decision and its reservation are one transaction under an
 * advisory lock, which ends with its process and is not held while TikTok is asked. The reservation counts until the change is
 * settled: the caller releases it once the outcome is stored, and the journal counts a change for as long as it is sent or
 * unknown. So an outcome that is not known counts as spent, whichever process is killed.
 */
@Injectable()
export class SpendGate {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly bounds: SpendBounds,
    private readonly facts: SpendFacts,
    private readonly ledger: SpendLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the reservation to release; undefined if no limit applies, or if there is nothing to reserve
   * @throws ConflictError beyond a limit; BusyError if that depends on changes whose outcome is open
   */
  async admit(account: AdAccountRef, wish: Wish, rules: PolicyRules): Promise<string | undefined> {
    const bounds = await this.bounds.of(account, rules);
    if (bounds.length === 0) return undefined;
    await this.facts.refresh(account, MAX_AGE_SECONDS);
    if (!(await this.knows(account, wish))) await this.facts.refresh(account, 0);
    for (let pauses = 0; ; pauses += 1) {
      const decision = await this.locked((em) => this.decide(em, account, bounds, wish));
      if (decision !== 'open') return decision.reservation;
      if (pauses === MOST_PAUSES) throw undecided();
      await sleep(PAUSE_MS);
    }
  }

  release(reservation: string): Promise<void> {
    return this.ledger.release(reservation);
  }

  /** Returns the account's campaigns and ad groups as TikTok should have them now. */
  async objectsOf(account: AdAccountRef, mode: 'fresh' | 'copy'): Promise<SpendObject[]> {
    if (mode === 'fresh') await this.facts.refresh(account, MAX_AGE_SECONDS);
    return await this.orgContext.transaction(
      async (em) => (await this.read(em, [account.accountId])).objects,
    );
  }

  private async knows(account: AdAccountRef, { edits }: Wish): Promise<boolean> {
    const objects = await this.objectsOf(account, 'copy');
    return missing(objects, edits) === undefined;
  }

  /** @returns `open` if the decision depends on changes whose outcome is open */
  private async decide(
    em: EntityManager,
    account: AdAccountRef,
    bounds: readonly Bound[],
    wish: Wish,
  ): Promise<'open' | { reservation: string | undefined }> {
    const { accountId } = account;
    const ids = [...new Set(bounds.flatMap(({ accountIds }) => accountIds))];
    const { objects, pending } = await this.read(em, ids);
    assertKnown(objects, wish.edits);
    for (const bound of bounds) {
      const own = objects.filter((one) => bound.accountIds.includes(one.accountId));
      const raised = withRaises(own, pending);
      if (this.refusal(bound, raised, wish) === undefined) continue;
      const refusal = this.refusal(bound, own, wish);
      if (refusal === undefined) return 'open';
      throw refusal;
    }
    if (wish.edits.length === 0) return { reservation: undefined };
    return { reservation: await this.ledger.reserve(em, accountId, wish.edits) };
  }

  private refusal(
    { scope, amount, currency, unread }: Bound,
    objects: readonly SpendObject[],
    { edits, extra = NO_SPEND }: Wish,
  ): ConflictError | undefined {
    const now = this.clock.now();
    const others = { ...NO_SPEND, unknown: unread };
    const before = sumOf([spendOfObjects(objects, now), others]);
    const after = sumOf([spendOfObjects(afterEdits(objects, edits), now), others, extra]);
    return dailySpendRefusal(scope, { amount, currency }, before, after);
  }

  private async read(
    em: EntityManager,
    accountIds: readonly string[],
  ): Promise<{ objects: SpendObject[]; pending: Edits['pending'] }> {
    const { made, pending } = await this.ledger.read(em, accountIds);
    const objects = withMade(await this.facts.copies(em, accountIds), made);
    return { objects: objects.filter(({ operationStatus }) => operationStatus !== 'DELETE'), pending };
  }

  private async locked<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const key = `ad-spend:${this.orgContext.organisationId}`;
    return await untilFree(() =>
      this.orgContext.transaction(async (em) => {
        const [row] = await queryRows<{ locked: boolean }>(em, TRY_LOCK, [key]);
        if (!row?.locked) throw new LockTakenError();
        return await work(em);
      }),
    );
  }
}

/** An object without a copy would seem to spend nothing. @throws ConflictError */
function assertKnown(objects: readonly SpendObject[], edits: readonly SpendEdit[]): void {
  const edit = missing(objects, edits);
  if (edit)
    throw new ConflictError(
      'ad_policy_spend_unknown',
      `TikTok has not sent the budget of ${edit.id}, so the daily limit cannot be checked. Try again in a minute.`,
    );
}

function missing(objects: readonly SpendObject[], edits: readonly SpendEdit[]): SpendEdit | undefined {
  return edits.find((edit) => !objects.some((object) => isOf(edit, object)));
}

function undecided(): BusyError {
  return new BusyError(
    'ad_policy_undecided',
    'Other changes that raise the spend are under way, and all of them together could exceed the daily limit. Nothing was ' +
      'changed. Try again when they are done.',
    5,
  );
}
