import { expect, it } from '@jest/globals';
import type { Budget, Window } from '../rate-limits/budget.js';
import type { Priority } from '../rate-limits/rated-call.js';
import type { Taking, WindowStore } from '../rate-limits/window.store.js';

/** For specs: a budget of its own. Of the app, so that sharers share it, unless it is said otherwise. */
export function budgetOf(limit: number, window: Window = 'minute', scope: Budget['scope'] = 'app'): Budget {
  return { key: crypto.randomUUID(), scope, limit, window };
}

/** For specs: a call. */
export function takingOf(budgets: readonly Budget[], more: Partial<Taking> = {}): Taking {
  const day = '2026-11-23';
  return { id: crypto.randomUUID(), priority: 'background', sharer: 'one', day, budgets, ...more };
}

/** As many as come through when `callers` ask at once, in turns at each store. */
export async function takenAtOnce(
  stores: readonly WindowStore[],
  callers: number,
  of: () => Taking,
): Promise<Taking[]> {
  const asked = Array.from({ length: callers }, async (_, index) => {
    const taking = of();
    const verdict = await stores[index % stores.length]?.take(taking);
    return verdict?.taken ? [taking] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** How many come through of far more than there may be. */
async function taken(
  store: WindowStore,
  budgets: readonly Budget[],
  more: Partial<Taking> = {},
): Promise<number> {
  return (await takenAtOnce([store], 200, () => takingOf(budgets, more))).length;
}

/** What every store keeps, whatever it counts in. @param make the same counts at every call within a test */
export function windowStoreContract(make: () => Promise<WindowStore>): void {
  it('takes from every budget or from none, whichever of them is used up', async () => {
    const store = await make();
    const [minute, day, otherDay] = [budgetOf(30), budgetOf(20, 'utc-day'), budgetOf(25, 'utc-day')];
    const essential = { priority: 'essential' as Priority };
    expect(await taken(store, [minute, otherDay, day], essential)).toBe(20);
    expect(await taken(store, [otherDay], essential)).toBe(5);
    expect(await taken(store, [minute], essential)).toBe(10);
  });

  it('never lets more than the narrowest budget pass when many ask at once', async () => {
    const stores = [await make(), await make(), await make()];
    const budgets = [budgetOf(40), budgetOf(7, 'utc-day'), budgetOf(60, 'second')];
    expect(await takenAtOnce(stores, 300, () => takingOf(budgets))).toHaveLength(7);
  });

  it('gives everything back that a call took which never left', async () => {
    const store = await make();
    const budgets = [budgetOf(5), budgetOf(5, 'utc-day'), budgetOf(5, 'rolling-day', 'account')];
    const calls = await takenAtOnce([store], 9, () => takingOf(budgets));
    expect(calls).toHaveLength(5);
    for (const call of calls.slice(0, 3)) await store.release(call);
    expect(await taken(store, budgets)).toBe(3);
  });

  it('counts each day in UTC for itself, and gives back to the day from which was taken', async () => {
    const store = await make();
    const budgets = [budgetOf(100), budgetOf(3, 'utc-day')];
    const yesterday = await takenAtOnce([store], 5, () => takingOf(budgets));
    expect(yesterday).toHaveLength(3);
    const today = { day: '2026-11-24' };
    expect(await taken(store, budgets, today)).toBe(3);
    for (const call of yesterday) await store.release(call);
    expect(await taken(store, budgets, today)).toBe(0);
  });

  it('keeps what is free for those who had less, as long as they want it', async () => {
    const store = await make();
    const app = budgetOf(102); // of which two are kept for people
    const big = await takenAtOnce([store], 150, () => takingOf([app], { sharer: 'big' }));
    expect(big).toHaveLength(100);
    expect(await store.take(takingOf([app], { sharer: 'small' }))).toMatchObject({ taken: false });
    for (const call of big.slice(0, 10)) await store.release(call);
    // A twentieth stays free for the small one, and what it has asked for in vain.
    expect(await taken(store, [app], { sharer: 'big' })).toBe(5);
    expect(await taken(store, [app], { sharer: 'small' })).toBe(5);
    for (const call of big.slice(10, 30)) await store.release(call);
    expect(await taken(store, [app], { sharer: 'big' })).toBe(0);
    expect(await taken(store, [app], { sharer: 'small' })).toBe(20);
  });

  it('lets one sharer use everything while nobody else wants anything', async () => {
    const store = await make();
    const app = budgetOf(100);
    expect(await taken(store, [app], { sharer: 'small', priority: 'essential' })).toBe(100);
    const other = budgetOf(100);
    const [first] = await takenAtOnce([store], 1, () => takingOf([other], { sharer: 'small' }));
    expect(await taken(store, [other], { sharer: 'big' })).toBe(97);
    if (first) await store.release(first);
    expect(await taken(store, [other], { sharer: 'big' })).toBe(1);
  });

  it('shares out only what is everybody’s, and keeps nothing from people', async () => {
    const store = await make();
    const own = budgetOf(10, 'minute', 'account');
    expect(await taken(store, [own], { sharer: 'big' })).toBe(10);
    const app = budgetOf(100);
    const big = await takenAtOnce([store], 150, () => takingOf([app], { sharer: 'big' }));
    expect(await taken(store, [app], { sharer: 'small' })).toBe(0);
    for (const call of big.slice(0, 10)) await store.release(call);
    expect(await taken(store, [app], { sharer: 'big', priority: 'interactive' })).toBe(12);
  });
}
