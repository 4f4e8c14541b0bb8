import type { Account } from './account.js';

/** All accounts, found by any of their names. */
export class AccountStore {
  private readonly byName = new Map<string, Account>();

  add(account: Account): void {
    this.byName.set(account.username, account);
  }

  get(username: string): Account | undefined {
    return this.byName.get(username);
  }

  all(): Account[] {
    return [...this.byName.values()];
  }

  /** The account by username, or the first one when no name is given. */
  find(username?: string): Account | undefined {
    return username === undefined ? this.all()[0] : this.byName.get(username);
  }
}
