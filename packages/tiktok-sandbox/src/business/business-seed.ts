import type { World } from '../world.js';
import { seedAds } from './ads/ads-seed.js';
import { addAdvertiser, SEED_ADVERTISERS } from './advertisers/advertiser-seed.js';

/** Ad accounts are as old as this, so that their ids survive a restart. */
const CREATED_AT = Date.UTC(2026, 7, 1);
const ADS_STARTED_AT = Date.UTC(2026, 8, 15, 16);

/** The two ad accounts that everybody finds, with campaigns that have delivered for weeks. */
export function seedBusiness(world: World): void {
  for (const seed of SEED_ADVERTISERS) {
    const advertiser = addAdvertiser(world, seed, CREATED_AT);
    if (world.settings.business.seedAds) seedAds(world, advertiser, ADS_STARTED_AT);
  }
}
