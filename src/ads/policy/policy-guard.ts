import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError } from '../../common/index.js';
import { includesRole, type Role } from '../../auth/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import type { AdLevel } from '../../tiktok/index.js';
import { toMicros, type Money } from '../spec/money.js';
import { DEFAULT_RULES, type PolicyRules, type SpendLimit } from './ad-policy.entity.js';
import { dailySpendOf, type DailySpend } from './daily-spend.js';
import { checkAutoIncrease, checkDailySpend, checkIncrease, limitFor } from './limits.js';
import { PolicyStore } from './policy.store.js';
import { SpendFacts } from './spend-facts.js';
import { afterChange, type PlannedChange, type SpendObject } from './spend-object.js';

/** How old the budgets may be by which an account is judged. */
const MAX_AGE_SECONDS = 60;
/** And those of the organisation's other accounts. */
const OTHERS_MAX_AGE_SECONDS = 900;

/** An object whose budget changes. */
export interface BudgetChange {
  level: AdLevel;
  id: string;
  /** The present budget. Null: not known. */
  before: string | null;
  after: string;
}

const NOTHING: DailySpend = { micros: 0n, unknown: [] };

type Change = (objects: readonly SpendObject[]) => DailySpend;

/** Enforces the organisation's policy. Every method throws ConflictError or ForbiddenError with a code `ad_policy_…`. */
@Injectable()
export class PolicyGuard {
  constructor(
    private readonly policies: PolicyStore,
    private readonly facts: SpendFacts,
    private readonly accounts: AdAccountAccess,
  ) {}

  async requiresApproval(): Promise<boolean> {
    return (await this.rules()).requireApproval;
  }

  /** Where a second user must approve, only admins enable something directly. */
  async assertMayEnableDirectly(role: Role): Promise<void> {
    if (includesRole(role, 'admin') || !(await this.requiresApproval())) return;
    throw new ForbiddenError(
      'ad_policy_approval',
      'Your organisation lets a second user approve what starts to spend. Ask an admin to enable it, or launch it and have it ' +
        'approved. An admin can change this with PUT /api/ads/policy.',
    );
  }

  async assertMayEnable(
    account: AdAccountRef,
    enable: readonly { level: AdLevel; id: string }[],
  ): Promise<void> {
    await this.checkLimits(account, planned({ enable }));
  }

  /** Checks one edit of a budget: the increase, and the spend if the object is enabled. */
  async assertMayChangeBudget(account: AdAccountRef, change: BudgetChange): Promise<void> {
    const { level, id, before, after } = change;
    checkIncrease(await this.rules(), before, { amount: after, currency: account.currency ?? '' });
    await this.checkLimits(account, planned({ budget: { level, id, amount: after } }));
  }

  /** @param extra what new objects may spend in a day, beside what already runs */
  async assertMaySpend(account: AdAccountRef, extra: Money): Promise<void> {
    await this.checkLimits(account, (objects) => {
      const now = dailySpendOf(objects);
      return { ...now, micros: now.micros + (toMicros(extra.amount) ?? 0n) };
    });
  }

  /** Refuses a daily budget that is above the account's limit alone, so that it could never be enabled. */
  async assertMayEverSpend(budget: Money): Promise<void> {
    const limit = limitFor(await this.rules(), budget.currency)?.perAccount ?? null;
    const after = { micros: toMicros(budget.amount) ?? 0n, unknown: [] };
    if (limit !== null) checkDailySpend('perAccount', { ...budget, amount: limit }, NOTHING, after);
  }

  /** @param budget the budget that TikTok may then raise automatically */
  async assertMayRaiseAutomatically(budget: Money): Promise<void> {
    checkAutoIncrease(await this.rules(), budget);
  }

  private async checkLimits(account: AdAccountRef, change: Change): Promise<void> {
    const rules = await this.rules();
    if (rules.maxDailySpend.length === 0) return;
    const currency = currencyOf(account);
    const limit = limitFor(rules, currency);
    if (!limit || (limit.perAccount === null && limit.total === null)) return;
    const objects = await this.facts.atMost(account, MAX_AGE_SECONDS);
    const [before, after] = [dailySpendOf(objects), change(objects)];
    if (limit.perAccount !== null)
      checkDailySpend('perAccount', { amount: limit.perAccount, currency }, before, after);
    if (limit.total !== null) await this.checkTotal(account, limit, limit.total, before, after);
  }

  private async checkTotal(
    account: AdAccountRef,
    { currency }: SpendLimit,
    amount: string,
    before: DailySpend,
    after: DailySpend,
  ): Promise<void> {
    const others = (await this.accounts.all()).filter(
      (one) => one.accountId !== account.accountId && one.currency === currency,
    );
    const spends: DailySpend[] = [];
    for (const other of others) spends.push(await this.spendOf(other));
    checkDailySpend('total', { amount, currency }, plus(before, spends), plus(after, spends));
  }

  /** An account that cannot be read counts as unknown. */
  private async spendOf(account: AdAccountRef): Promise<DailySpend> {
    try {
      return dailySpendOf(await this.facts.atMost(account, OTHERS_MAX_AGE_SECONDS));
    } catch {
      return { micros: 0n, unknown: [account.name ?? account.accountId] };
    }
  }

  private async rules(): Promise<PolicyRules> {
    return (await this.policies.find()) ?? DEFAULT_RULES;
  }
}

function planned(change: PlannedChange): Change {
  return (objects) => dailySpendOf(afterChange(objects, change));
}

function plus(one: DailySpend, others: readonly DailySpend[]): DailySpend {
  return {
    micros: others.reduce((sum, { micros }) => sum + micros, one.micros),
    unknown: [...one.unknown, ...others.flatMap(({ unknown }) => unknown)],
  };
}

/** @throws ConflictError */
function currencyOf({ currency, accountId }: AdAccountRef): string {
  if (currency !== null) return currency;
  throw new ConflictError(
    'ad_policy_spend_unknown',
    `TikTok has not sent the currency of the ad account ${accountId}, so limits on its spend cannot be checked. Try again ` +
      'after the daily refresh.',
  );
}
