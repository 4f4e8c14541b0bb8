import { expect, it } from '@jest/globals';
import type { Budget, Window } from '../rate-limits/budget.js';
import type { BudgetLedger, Claim } from '../rate-limits/budget-ledger.js';
import type { Priority } from '../rate-limits/rated-call.js';

/** Makes a budget of its own key. By default all consumers share it. */
export function budgetOf(limit: number, window: Window = 'minute', scope: Budget['scope'] = 'app'): Budget {
  return { key: crypto.randomUUID(), scope, covers: 'all', limit, window };
}

export function claimOf(budgets: readonly Budget[], more: Partial<Claim> = {}): Claim {
  return {
    id: crypto.randomUUID(),
    priority: 'background',
    consumer: 'one',
    budgets,
    blocks: [],
    ...more,
  };
}

/** Returns the admitted claims of `callers` that ask at once, in turns at each ledger. */
export async function admittedAtOnce(
  ledgers: readonly BudgetLedger[],
  callers: number,
  of: () => Claim,
): Promise<Claim[]> {
  const asked = Array.from({ length: callers }, async (_, index) => {
    const claim = of();
    const denial = await ledgers[index % ledgers.length]?.admit(claim);
    return denial ? [] : [claim];
  });
  return (await Promise.all(asked)).flat();
}

/** Asks for far more calls than there may be, and counts the admitted ones. */
async function admitted(
  ledger: BudgetLedger,
  budgets: readonly Budget[],
  more: Partial<Claim> = {},
): Promise<number> {
  return (await admittedAtOnce([ledger], 200, () => claimOf(budgets, more))).length;
}

/** What a ledger guarantees, wherever it counts. @param make returns ledgers that share their counts within a test */
export function budgetLedgerContract(make: () => Promise<BudgetLedger>): void {
  it('counts a call against all of its budgets or against none', async () => {
    const ledger = await make();
    const [minute, day, otherDay] = [budgetOf(30), budgetOf(20, 'utc-day'), budgetOf(25, 'utc-day')];
    const essential = { priority: 'essential' as Priority };
    expect(await admitted(ledger, [minute, otherDay, day], essential)).toBe(20);
    expect(await admitted(ledger, [otherDay], essential)).toBe(5);
    expect(await admitted(ledger, [minute], essential)).toBe(10);
  });

  it('never admits more than the smallest budget when many calls ask at once', async () => {
    const ledgers = [await make(), await make(), await make()];
    const budgets = [budgetOf(40), budgetOf(7, 'utc-day'), budgetOf(60, 'second')];
    expect(await admittedAtOnce(ledgers, 300, () => claimOf(budgets))).toHaveLength(7);
  });

  it('frees every place of a call that never left', async () => {
    const ledger = await make();
    const budgets = [budgetOf(5), budgetOf(5, 'utc-day'), budgetOf(5, 'minute', 'account')];
    const calls = await admittedAtOnce([ledger], 9, () => claimOf(budgets));
    expect(calls).toHaveLength(5);
    for (const call of calls.slice(0, 3)) await ledger.release(call);
    expect(await admitted(ledger, budgets)).toBe(3);
  });

  it('keeps the places of other calls when one that it never counted is released', async () => {
    const ledger = await make();
    const budgets = [budgetOf(10), budgetOf(3, 'utc-day')];
    expect(await admitted(ledger, budgets)).toBe(3);
    await ledger.release(claimOf(budgets));
    expect(await admitted(ledger, budgets)).toBe(0);
  });

  it('reports the wait until midnight UTC for a used-up day', async () => {
    const ledger = await make();
    const day = budgetOf(1, 'utc-day');
    await ledger.admit(claimOf([day]));
    const denial = await ledger.admit(claimOf([day, budgetOf(1)]));
    expect(denial?.budget).toEqual(day);
    expect(denial?.waitMs).toBeGreaterThan(0);
    expect(denial?.waitMs).toBeLessThanOrEqual(86_400_000);
  });

  it('keeps free calls for consumers below their share while they ask for them', async () => {
    const ledger = await make();
    const app = budgetOf(102); // of which two are reserved for interactive calls
    const big = await admittedAtOnce([ledger], 150, () => claimOf([app], { consumer: 'big' }));
    expect(big).toHaveLength(100);
    expect(await ledger.admit(claimOf([app], { consumer: 'small' }))).toMatchObject({ budget: app });
    for (const call of big.slice(0, 10)) await ledger.release(call);
    // A twentieth stays free for the small consumer, and the calls that it asked for in vain.
    expect(await admitted(ledger, [app], { consumer: 'big' })).toBe(5);
    expect(await admitted(ledger, [app], { consumer: 'small' })).toBe(5);
    for (const call of big.slice(10, 30)) await ledger.release(call);
    expect(await admitted(ledger, [app], { consumer: 'big' })).toBe(0);
    expect(await admitted(ledger, [app], { consumer: 'small' })).toBe(20);
  });

  it('lets one consumer use everything while no other asks', async () => {
    const ledger = await make();
    const app = budgetOf(100);
    expect(await admitted(ledger, [app], { consumer: 'small', priority: 'essential' })).toBe(100);
    const other = budgetOf(100);
    const [first] = await admittedAtOnce([ledger], 1, () => claimOf([other], { consumer: 'small' }));
    expect(await admitted(ledger, [other], { consumer: 'big' })).toBe(97);
    if (first) await ledger.release(first);
    expect(await admitted(ledger, [other], { consumer: 'big' })).toBe(1);
  });

  it('divides only shared budgets, and withholds nothing from interactive calls', async () => {
    const ledger = await make();
    const own = budgetOf(10, 'minute', 'account');
    expect(await admitted(ledger, [own], { consumer: 'big' })).toBe(10);
    const app = budgetOf(100);
    const big = await admittedAtOnce([ledger], 150, () => claimOf([app], { consumer: 'big' }));
    expect(await admitted(ledger, [app], { consumer: 'small' })).toBe(0);
    for (const call of big.slice(0, 10)) await ledger.release(call);
    expect(await admitted(ledger, [app], { consumer: 'big', priority: 'interactive' })).toBe(12);
  });

  it('reserves a fifth for interactive calls while they arrive', async () => {
    const ledger = await make();
    const one = budgetOf(100);
    expect(await ledger.admit(claimOf([one], { priority: 'interactive' }))).toBeUndefined();
    expect(await admitted(ledger, [one])).toBe(79);
    expect(await admitted(ledger, [one], { priority: 'essential' })).toBe(20);
  });
}
