import type { World } from '../world.js';
import { addAdvertiser, SEED_ADVERTISERS } from './advertisers/advertiser-seed.js';

/** Ad accounts are as old as this, so that their ids survive a restart. */
const CREATED_AT = Date.UTC(2026, 7, 1);

/** The two ad accounts that everybody finds. */
export function seedBusiness(world: World): void {
  for (const seed of SEED_ADVERTISERS) addAdvertiser(world, seed, CREATED_AT);
}
