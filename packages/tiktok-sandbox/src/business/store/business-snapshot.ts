import type { AccountGrant } from '../oauth/account-grant.store.js';
import type { BusinessState } from './business-state.js';
import type { Table } from './table.js';

/** The rows of every table by its name, and the account tokens. Codes and rate counters do not outlive a restart. */
export interface BusinessSnapshot {
  readonly accountGrants: readonly AccountGrant[];
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

export function takeBusinessSnapshot(state: BusinessState): BusinessSnapshot {
  return {
    accountGrants: state.accountGrants.all(),
    tables: Object.fromEntries(Object.entries(state.tables).map(([name, table]) => [name, table.all()])),
  };
}

/** Fills an empty state. A table that an older file does not have stays empty. */
export function restoreBusiness(state: BusinessState, snapshot: BusinessSnapshot): void {
  for (const grant of snapshot.accountGrants) state.accountGrants.add(grant);
  for (const [name, table] of Object.entries(state.tables) as [string, Table<unknown>][])
    for (const row of snapshot.tables[name] ?? []) {
      table.add(row);
      if (typeof row === 'object' && row !== null && 'id' in row) state.ids.skipTo(String(row.id));
    }
}
