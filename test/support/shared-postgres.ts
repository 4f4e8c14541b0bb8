import { existsSync, readFileSync } from 'node:fs';
import { eventually } from 'tiktok-sandbox/testing';

/** URLs of the template database, by login. */
export interface SharedPostgres {
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
}

const STARTS_WITHIN_MS = 60_000;
let found: Promise<SharedPostgres> | undefined;

/** Waits for the PostgreSQL that all specs share. */
export function sharedPostgres(): Promise<SharedPostgres> {
  found ??= find();
  return found;
}

async function find(): Promise<SharedPostgres> {
  const file = process.env.TEST_ADDRESS_FILE;
  if (!file) throw new Error('test/support/jest/global-setup.ts starts the database; this project lacks it');
  await eventually(() => existsSync(file), STARTS_WITHIN_MS);
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as SharedPostgres & { failure?: string };
  if (addresses.failure) throw new Error(addresses.failure);
  return addresses;
}
