import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import {
  demandMs,
  inFlightMs,
  interactiveMs,
  isShared,
  isSliding,
  longestWaitMs,
  windowMs,
  type Budget,
} from './budget.js';
import { ExpiringSets, type Entry } from './expiring-sets.js';
import type { Priority } from './rated-call.js';
import { allowanceOf, type Allowance } from './share-policy.js';

const LONGEST_BLOCK_MS = 86_400_000;

/** A call to count. */
export interface Claim {
  /** Unique among all calls of all processes. */
  id: string;
  priority: Priority;
  /** Who competes for shared budgets: a credential. */
  consumer: string;
  budgets: readonly Budget[];
  /** Keys of the blocks that refuse the call. */
  blocks: readonly string[];
}

/** Why a call has to wait: the budget with the longest wait, or a block. */
export interface Denial {
  budget: Budget | undefined;
  waitMs: number;
}

interface BudgetAllowance extends Allowance {
  budget: Budget;
}

/**
 * Counts calls as TikTok does. A call takes a place in each of its budgets when it leaves, and its windows start again with
 * the response, since TikTok counted it at some moment in between. See docs/adr/0017.
 */
@Injectable()
export class BudgetLedger {
  private lastLook: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sets: ExpiringSets,
    private readonly clock: Clock,
  ) {}

  /** Counts a call against all of its budgets, or against none. */
  admit(claim: Claim): Promise<Denial | undefined> {
    const allowances = this.lastLook.then(() => this.allowancesFor(claim));
    const denial = allowances.then((all) => this.take(claim, all));
    // The store keeps the order: the next call looks once this one has been added, and sees it.
    this.lastLook = allowances.catch(() => undefined);
    return denial;
  }

  /** TikTok responded, or the call was given up: its windows start now. */
  async settle(claim: Claim): Promise<void> {
    const now = this.clock.now();
    await this.sets.add(placesOf(claim, (budget) => windowMs(budget, now)));
  }

  /** The call never left: frees its places. */
  async release(claim: Claim): Promise<void> {
    await this.sets.add(placesOf(claim, () => 0));
  }

  private async take(claim: Claim, allowances: BudgetAllowance[]): Promise<Denial | undefined> {
    const now = this.clock.now();
    const refusal = await this.sets.add(
      [...placesOf(claim, (budget) => inFlightMs(budget, now)), ...interactiveMarks(claim)],
      [
        ...allowances.map(({ budget, limit }) => ({
          key: budget.key,
          limit,
          maxWaitMs: longestWaitMs(budget, now),
        })),
        ...claim.blocks.map((key) => ({ key, limit: 1, maxWaitMs: LONGEST_BLOCK_MS })),
      ],
    );
    if (!refusal) return undefined;
    const denied = allowances[refusal.check];
    void this.sets.add([...interactiveMarks(claim), ...(denied ? refusalMarks(claim, denied) : [])]);
    return { budget: denied?.budget, waitMs: refusal.waitMs };
  }

  private async allowancesFor({ priority, consumer, budgets }: Claim): Promise<BudgetAllowance[]> {
    const now = this.clock.now();
    // Only background work depends on how a budget is used.
    const keys = priority === 'background' ? budgets.flatMap((budget) => usageKeys(budget, consumer)) : [];
    const sizes = await this.sets.sizes(keys, consumer);
    return budgets.map((budget) => {
      const [interactive = 0, competitors = 0, refusals = 0, own = 0] = sizes.splice(0, 4);
      const ms = windowMs(budget, now);
      const usage = { interactive, competitors, unmet: (refusals * ms) / demandMs(budget), own };
      return { budget, ...allowanceOf(budget.limit, priority, usage, Math.floor(now.getTime() / ms)) };
    });
  }
}

/** Where the calls of one consumer are counted alone, for a shared budget. */
export const ownKey = ({ key }: Budget, consumer: string) => `${key}:of:${consumer}`;

function usageKeys(budget: Budget, consumer: string): string[] {
  const { key } = budget;
  return [`${key}:interactive`, `${key}:refused`, `${key}:unmet`, ownKey(budget, consumer)];
}

function placesOf({ id, consumer, budgets }: Claim, ms: (budget: Budget) => number): Entry[] {
  return budgets.flatMap((budget) => {
    const place = { key: budget.key, member: id, ms: ms(budget) };
    return isShared(budget) ? [place, { ...place, key: ownKey(budget, consumer) }] : [place];
  });
}

function interactiveMarks({ id, priority, budgets }: Claim): Entry[] {
  if (priority !== 'interactive') return [];
  return budgets
    .filter(isSliding)
    .map((budget) => ({ key: `${budget.key}:interactive`, member: id, ms: interactiveMs(budget) }));
}

function refusalMarks({ id, priority, consumer }: Claim, { budget, isBelowShare }: BudgetAllowance): Entry[] {
  if (priority !== 'background' || !isShared(budget)) return [];
  const ms = demandMs(budget);
  const refused = { key: `${budget.key}:refused`, member: consumer, ms };
  return isBelowShare ? [refused, { key: `${budget.key}:unmet`, member: id, ms }] : [refused];
}
