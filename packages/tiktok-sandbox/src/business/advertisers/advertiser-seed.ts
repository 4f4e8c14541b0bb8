import { itemId } from '../../ids.js';
import { seededRandom } from '../../random.js';
import type { World } from '../../world.js';
import { addPixel } from '../library/new-pixel.js';
import { seedTools } from '../tools/tool-seed.js';
import type { Advertiser } from './advertiser.js';

export interface AdvertiserSeed {
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly utcOffsetHours: number;
  readonly displayTimezone: string;
}

export const SEED_ADVERTISERS: readonly AdvertiserSeed[] = [
  {
    name: 'Sandbox Store US',
    currency: 'USD',
    country: 'US',
    utcOffsetHours: -5,
    displayTimezone: 'America/New_York',
  },
  {
    name: 'Sandbox Store Japan',
    currency: 'JPY',
    country: 'JP',
    utcOffsetHours: 9,
    displayTimezone: 'Asia/Tokyo',
  },
];

/** The same ad account, with the same id, for the same seed and name. */
export function addAdvertiser(world: World, seed: AdvertiserSeed, createdAt: number): Advertiser {
  const seedName = `${world.settings.seed}/advertiser/${seed.name}`;
  const advertiser = world.business.tables.advertisers.add({
    ...seed,
    id: itemId(createdAt, seededRandom(seedName)),
    status: 'STATUS_ENABLE',
    createdAt,
    balance: 100_000,
    rejectionReason: '',
    seedName,
  });
  // Its brand, for ads that come from no TikTok account.
  world.business.tables.identities.add({
    id: world.business.ids.next(createdAt),
    advertiserId: advertiser.id,
    type: 'CUSTOMIZED_USER',
    displayName: seed.name,
    username: null,
    imageUri: null,
  });
  const shop = { name: `${seed.name} website`, category: 'ONLINE_STORE', partnerName: null };
  addPixel(world.business.tables, advertiser, createdAt, shop);
  seedTools(world.business.tables, advertiser, createdAt);
  return advertiser;
}
