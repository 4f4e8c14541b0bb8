import { itemId } from '../../ids.js';
import { seededRandom } from '../../random.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { BusinessState } from '../store/business-state.js';

/** The shop's app in both stores, and its two pages on TikTok; the same ids for the same seed. */
export function seedTools(
  { apps, pages }: BusinessState['tables'],
  { id: advertiserId, name, seedName }: Advertiser,
  createdAt: number,
): void {
  const random = seededRandom(`${seedName}/tools`);
  const common = () => ({ id: itemId(createdAt, random), advertiserId, createdAt });
  const partner = 'AppsFlyer';
  apps.add({
    ...common(),
    name,
    packageName: 'com.example.shop',
    platform: 'ANDROID',
    downloadUrl: 'https://play.google.com/store/apps/details?id=com.example.shop',
    partner,
  });
  apps.add({
    ...common(),
    name,
    packageName: '1234567890',
    platform: 'IOS',
    downloadUrl: 'https://apps.apple.com/us/app/id1234567890',
    partner,
  });
  pages.add({ ...common(), title: 'Newsletter', businessType: 'LEAD_GEN', isPublished: true });
  pages.add({ ...common(), title: 'Draft form', businessType: 'LEAD_GEN', isPublished: false });
  pages.add({ ...common(), title: 'Look book', businessType: 'TIKTOK_INSTANT_PAGE', isPublished: true });
}
