import type { World } from '../world.js';
import { type Counters, countersAt } from './growth-curve.js';
import type { Video } from './video.js';

/** A video's current counters: its curve, and the comments stored in this sandbox. */
export function videoCounters(world: World, video: Video): Counters {
  const grown = countersAt(video.curve, world.clock.now() - video.createdAt);
  return { ...grown, comments: grown.comments + world.comments.countUnder(video) };
}
