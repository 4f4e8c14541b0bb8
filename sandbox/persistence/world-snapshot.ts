import type { Account } from '../accounts/account.js';
import type { Comment } from '../comments/comment.js';
import type { Grant } from '../oauth/grant.store.js';
import { resume } from '../posting/lifecycle.js';
import type { Publication } from '../posting/publication.js';
import type { Video } from '../videos/video.js';
import type { World } from '../world.js';

/** What outlives a restart. Codes, running uploads, faults, logs and undelivered webhooks do not. */
export interface WorldSnapshot {
  readonly version: 1;
  readonly seed: number;
  readonly clockOffsetMs: number;
  readonly accounts: readonly Account[];
  readonly grants: readonly Grant[];
  readonly videos: readonly (readonly Video[])[];
  readonly comments: readonly Comment[];
  readonly publications: readonly Publication[];
}

export function takeSnapshot(world: World): WorldSnapshot {
  const accounts = world.accounts.all();
  return {
    version: 1,
    seed: world.settings.seed,
    clockOffsetMs: world.clock.offset,
    accounts,
    grants: world.grants.all(),
    videos: accounts.map((account) => world.videos.of(account.username)),
    comments: world.comments.all(),
    publications: world.publications.all(),
  };
}

/** Fills an empty world and starts again what was under way. */
export function restore(world: World, snapshot: WorldSnapshot): void {
  world.clock.offset = snapshot.clockOffsetMs;
  for (const account of snapshot.accounts) world.accounts.add(account);
  for (const videos of snapshot.videos) if (videos[0]) world.videos.append(videos[0].username, videos);
  for (const comment of snapshot.comments) world.comments.add(comment);
  for (const grant of snapshot.grants) world.grants.add(grant);
  for (const publication of snapshot.publications) {
    world.publications.add(publication);
    resume(world, publication);
  }
}
