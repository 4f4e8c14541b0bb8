import type { World } from '../world.js';
import { videoCounters } from './video-counters.js';

/** Up to this many seeded videos, all likes are added up; beyond that, those of an even sample. */
const SAMPLE = 250;

/** Current likes of all public videos of an account. */
export function likesTotal(world: World, username: string): number {
  const profile = world.videos.profile(username);
  let posted = 0;
  for (const video of profile.posted) if (video.public) posted += videoCounters(world, video).likes;
  const count = profile.seeded?.count ?? 0;
  const stride = Math.max(1, Math.ceil(count / SAMPLE));
  let [seeded, looked] = [0, 0];
  for (let index = 0; index < count; index += stride) {
    const video = profile.seeded && profile.current(profile.seeded.at(index));
    if (video?.public) seeded += videoCounters(world, video).likes;
    looked += 1;
  }
  return posted + (looked === 0 ? 0 : Math.round((seeded * count) / looked));
}
