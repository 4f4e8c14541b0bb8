import { type Account, type AccountSettings } from './accounts/account.js';
import { seedAccount } from './accounts/account-seed.js';
import { seedComments } from './comments/comment-seed.js';
import { seedVideos } from './videos/video-seed.js';
import type { World } from './world.js';

/** What an account starts with. */
export interface AccountSeed {
  readonly username: string;
  readonly videos: number;
  /** For each video. */
  readonly comments: number;
  readonly settings?: Partial<AccountSettings>;
}

const DEMO: AccountSeed = { username: 'demo', videos: 40, comments: 3 };

/** Seeded videos are older than this, so that ids and dates survive a restart. */
const EPOCH_MS = Date.UTC(2026, 10, 1);

/** The world that everybody finds: the public account `demo` with 40 videos. */
export function seedWorld(world: World): void {
  addAccount(world, DEMO);
}

export function addAccount(world: World, seed: AccountSeed): Account {
  // On a machine whose clock is behind, nothing may come from the future.
  const epochMs = Math.min(EPOCH_MS, world.clock.now() - 3_600_000);
  const account = seedAccount(world.settings.seed, seed.username, epochMs, seed.settings);
  const videos = seedVideos(world.settings.seed, seed.username, seed.videos, epochMs);
  world.accounts.add(account);
  world.videos.append(seed.username, videos);
  for (const video of videos)
    for (const comment of seedComments(world.settings.seed, video, seed.comments))
      world.comments.add(comment);
  return account;
}
