import { type Account, type AccountSettings } from './accounts/account.js';
import { seedAccount } from './accounts/account-seed.js';
import { seedBusiness } from './business/business-seed.js';
import type { World } from './world.js';

/** An account's initial state. Everything else follows from this and the world's seed. */
export interface AccountSeed {
  readonly username: string;
  readonly videos: number;
  /** For each video. */
  readonly comments: number;
  readonly settings?: Partial<AccountSettings>;
  /** All seeded videos are older than this, ms; by default long ago, so that ids survive a restart. */
  readonly epochMs?: number;
}

const DEMO: AccountSeed = { username: 'demo', videos: 40, comments: 3 };

const EPOCH_MS = Date.UTC(2026, 10, 1);
const DAY_MS = 86_400_000;

/** Seeds the default world: the public account `demo` with 40 videos. */
export function seedWorld(world: World): void {
  addAccount(world, DEMO);
  seedBusiness(world);
}

export function addAccount(world: World, seed: AccountSeed): Account {
  const { username, videos, comments } = seed;
  // On a machine whose clock is slow, nothing may be in the future: comments follow within a day.
  const epochMs = seed.epochMs ?? Math.min(EPOCH_MS, world.clock.now() - DAY_MS);
  const ordinal = world.accounts.count;
  const account = seedAccount(world.settings.seed, ordinal, username, epochMs, seed.settings);
  world.accounts.add(account);
  world.videos.seed({ username, ordinal, videos, comments, epochMs });
  return account;
}
