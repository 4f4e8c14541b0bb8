import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, type MigrationClass } from './fingerprint.js';

const FILE = path.resolve('src/database/migrations/landed.json');

/** Names of landed migrations and their fingerprints, in the order in which they apply. */
export type Landed = Record<string, string>;

export function readLanded(): Landed {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Landed;
}

export function writeLanded(landed: Landed): void {
  writeFileSync(FILE, `${JSON.stringify(landed, null, 2)}\n`);
}

/** How the code differs from the list, by names. */
export interface Difference {
  /** In the code and not on the list. */
  added: string[];
  changed: string[];
  /** On the list and not in the code. */
  removed: string[];
}

/** @returns the difference, and the list as the code would have it */
export async function compare(
  migrations: readonly MigrationClass[],
  landed: Landed,
): Promise<{ difference: Difference; now: Landed }> {
  const now: Landed = {};
  for (const migration of migrations) now[migration.name] = await fingerprintOf(migration);
  const names = Object.keys(now);
  const difference = {
    added: names.filter((name) => landed[name] === undefined),
    changed: names.filter((name) => landed[name] !== undefined && landed[name] !== now[name]),
    removed: Object.keys(landed).filter((name) => now[name] === undefined),
  };
  return { difference, now };
}
