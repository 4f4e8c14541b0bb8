import type { Account } from './account.js';

/** All accounts, in the order of their creation. */
export class AccountStore {
  private readonly byName = new Map<string, Account>();
  private first: Account | undefined;

  add(account: Account): void {
    this.first ??= account;
    this.byName.set(account.username, account);
  }

  get count(): number {
    return this.byName.size;
  }

  get(username: string): Account | undefined {
    return this.byName.get(username);
  }

  all(): Account[] {
    return [...this.byName.values()];
  }

  /** The first `count` accounts. */
  some(limit: number): Account[] {
    const some: Account[] = [];
    for (const account of this.byName.values()) {
      if (some.length >= limit) break;
      some.push(account);
    }
    return some;
  }

  /** The account with the username; without one, the first account. */
  find(username?: string): Account | undefined {
    return username === undefined ? this.first : this.byName.get(username);
  }
}
