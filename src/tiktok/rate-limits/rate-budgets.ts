import { Injectable } from '@nestjs/common';
import { inBatches } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { isShared, type Budget, type Window } from './budget.js';
import { ownKey } from './budget-ledger.js';
import { budgetsOf } from './budgets-of-call.js';
import { ExpiringSets } from './expiring-sets.js';
import { ACCOUNT_ENDPOINTS, BUSINESS_LIMITS, OPEN_API_LIMITS } from './limit-tables.js';
import type { RatedCall } from './rated-call.js';

/** How much of one of TikTok's limits is used now. */
export interface BudgetUse {
  api: RatedCall['api'];
  /** A path, or a group of paths that TikTok counts together. */
  covers: string;
  window: Window;
  limit: number;
  /** Null while nothing is counted. */
  used: number | null;
}

/** A limit of the whole app. */
export interface AppBudgetUse extends BudgetUse {
  /** Of these consumers; null where the calls of each are not counted. */
  own: number | null;
}

/** The credentials by which TikTok counts the calls of one account. */
export interface AccountConsumers {
  login: string;
  /** With the account's id, if it has granted the Business API. */
  account: { credentialId: string; accountId: string } | undefined;
}

type Subject = Pick<RatedCall, 'credentialId' | 'accountId'>;
type NamedBudget = Budget & Pick<BudgetUse, 'api'>;

// A script of Redis with more keys would keep other commands waiting.
const KEYS_AT_ONCE = 500;
const OPEN_API_PATHS = Object.keys(OPEN_API_LIMITS);

/** Reads what the governor has counted. Without Redis, these are the calls of this process. */
@Injectable()
export class RateBudgets {
  constructor(
    private readonly config: AppConfig,
    private readonly sets: ExpiringSets,
  ) {}

  /** @param consumers credentials whose calls are also counted alone */
  async ofApp(consumers: readonly string[]): Promise<AppBudgetUse[]> {
    const paths = ['/business/get/', '/business/message/send/', ...Object.keys(BUSINESS_LIMITS)];
    const budgets = this.budgets(
      [...callsTo('open', OPEN_API_PATHS), ...this.businessCalls(paths)],
      ['app', 'endpoint'],
    );
    const uses = await this.uses(budgets);
    const own = await this.ownUses(budgets.filter(isShared), consumers);
    return uses.map((use, at) => {
      const calls = own.get(budgets[at]?.key ?? '') ?? null;
      return Object.assign(use, { own: use.used === null ? null : calls });
    });
  }

  async ofAccount({ login, account }: AccountConsumers): Promise<BudgetUse[]> {
    const calls = [
      ...callsTo('open', OPEN_API_PATHS, { credentialId: login }),
      ...(account ? this.businessCalls(ACCOUNT_ENDPOINTS, account) : []),
    ];
    return await this.uses(this.budgets(calls, ['account']));
  }

  private businessCalls(paths: readonly string[], subject: Subject = {}): RatedCall[] {
    return this.config.tiktok.business ? callsTo('business', paths, subject) : [];
  }

  /** Lists the budgets of these scopes, each once. */
  private budgets(calls: readonly RatedCall[], scopes: readonly Budget['scope'][]): NamedBudget[] {
    const budgets = new Map<string, NamedBudget>();
    for (const call of calls)
      for (const budget of budgetsOf(call, this.config.tiktok))
        if (scopes.includes(budget.scope)) budgets.set(budget.key, Object.assign(budget, { api: call.api }));
    return [...budgets.values()];
  }

  private async uses(budgets: readonly NamedBudget[]): Promise<BudgetUse[]> {
    const sizes = await this.sizes(budgets.map(({ key }) => key));
    const counts = this.config.tiktok.keepsRateLimits;
    return budgets.map(({ api, covers, window, limit }, at) => {
      return { api, covers, window, limit, used: counts ? (sizes[at] ?? null) : null };
    });
  }

  /** Counts the calls of these consumers together, by the key of each budget. */
  private async ownUses(
    budgets: readonly Budget[],
    consumers: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const sizes = await this.sizes(budgets.flatMap((budget) => consumers.map((one) => ownKey(budget, one))));
    const { length } = consumers;
    return new Map(budgets.map(({ key }, at) => [key, sum(sizes.slice(at * length, (at + 1) * length))]));
  }

  private async sizes(keys: readonly string[]): Promise<number[]> {
    const sizes: number[] = [];
    for (const some of inBatches(keys, KEYS_AT_ONCE)) sizes.push(...(await this.sets.sizes(some)));
    return sizes;
  }
}

function callsTo(api: RatedCall['api'], paths: readonly string[], subject: Subject = {}): RatedCall[] {
  return paths.map((path) => Object.assign({ api, path, priority: 'background' as const }, subject));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
