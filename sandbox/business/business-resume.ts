import type { World } from '../world.js';

/** Takes up what was under way when the world was saved. */
export function resumeBusiness(_world: World): void {
  // Nothing of the Business API is timed yet.
}
