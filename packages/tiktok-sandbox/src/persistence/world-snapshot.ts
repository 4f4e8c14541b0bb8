import { type AccountSettings, DEFAULT_ACCOUNT_SETTINGS } from '../accounts/account.js';
import { resumeBusiness } from '../business/business-resume.js';
import {
  type BusinessSnapshot,
  restoreBusiness,
  takeBusinessSnapshot,
} from '../business/store/business-snapshot.js';
import type { CommentStore } from '../comments/comment.store.js';
import type { Grant } from '../oauth/grant.store.js';
import { resume } from '../posting/lifecycle.js';
import type { Publication } from '../posting/publication.js';
import type { ProfileSeed } from '../videos/seeded-profile.js';
import type { Video } from '../videos/video.js';
import { type AccountSeed, addAccount } from '../world-seed.js';
import type { World } from '../world.js';

/**
 * What survives a restart: how the world was seeded, and what happened since. Seeded videos and comments are not part of
 * it, so that a world of a million videos is a small file. Codes, running uploads, faults, logs and undelivered webhooks
 * are not saved either.
 */
export interface WorldSnapshot {
  readonly version: 3;
  readonly seed: number;
  readonly clockOffsetMs: number;
  readonly accounts: readonly AccountSeed[];
  readonly grants: readonly Grant[];
  readonly posted: readonly Video[];
  readonly hiddenVideos: readonly string[];
  readonly deletedVideos: readonly string[];
  readonly comments: ReturnType<CommentStore['happened']>;
  readonly publications: readonly Publication[];
  readonly business: BusinessSnapshot;
}

export function takeSnapshot(world: World): WorldSnapshot {
  const profiles = [...world.videos.profiles().values()];
  return {
    version: 3,
    seed: world.settings.seed,
    clockOffsetMs: world.clock.offset,
    accounts: profiles.flatMap(({ seeded }) => (seeded ? accountSeed(world, seeded.seed) : [])),
    grants: world.grants.all(),
    posted: profiles.flatMap(({ posted }) => posted),
    hiddenVideos: profiles.flatMap(({ hidden }) => Array.from(hidden)),
    deletedVideos: profiles.flatMap(({ deleted }) => Array.from(deleted)),
    comments: world.comments.happened(),
    publications: world.publications.all(),
    business: takeBusinessSnapshot(world.business),
  };
}

/** Fills an empty world and resumes unfinished publications. */
export function restore(world: World, snapshot: WorldSnapshot): void {
  world.clock.offset = snapshot.clockOffsetMs;
  for (const account of snapshot.accounts) addAccount(world, account);
  for (const video of snapshot.posted) world.videos.add(video);
  for (const id of snapshot.hiddenVideos) world.videos.setPublic(id, false);
  for (const id of snapshot.deletedVideos) world.videos.remove(id);
  world.comments.recall(snapshot.comments);
  for (const grant of snapshot.grants) world.grants.add(grant);
  for (const publication of snapshot.publications) {
    world.publications.add(publication);
    resume(world, publication);
  }
  restoreBusiness(world.business, snapshot.business);
  resumeBusiness(world);
}

function accountSeed(world: World, { username, videos, comments, epochMs }: ProfileSeed): AccountSeed {
  return { username, videos, comments, epochMs, settings: changedSettings(world, username) };
}

/** Undefined if the account has the default settings, like most accounts of a large world. */
function changedSettings(world: World, username: string): AccountSettings | undefined {
  const settings = world.accounts.get(username)?.settings;
  return JSON.stringify(settings) === JSON.stringify(DEFAULT_ACCOUNT_SETTINGS) ? undefined : settings;
}
