import type { BusinessSettings } from '../business-settings.js';
import { BusinessError } from '../wire/business-error.js';
import { CallCounter } from './call-counter.js';
import { type CountedLevel, levelsOf } from './endpoint-levels.js';

/** The inputs of the limits. */
interface Surroundings {
  readonly settings: { readonly rateLimits: boolean; readonly business: BusinessSettings };
  readonly clock: { now(): number };
}

/** The limits of the app as a whole. Source: business reference §12. */
export class AppRate {
  private readonly counter = new CallCounter();
  private readonly blockedUntil = new Map<string, number>();

  /** @throws BusinessError 40100 */
  take(world: Surroundings, endpoint: string): void {
    const { settings } = world;
    if (!settings.rateLimits || !settings.business.appRateLimits) return;
    for (const level of levelsOf(endpoint, settings.business)) this.takeOfLevel(world, level);
  }

  private takeOfLevel({ settings, clock }: Surroundings, { key, level }: CountedLevel): void {
    const now = clock.now();
    if ((this.blockedUntil.get(key) ?? 0) > now) throw tooFrequent('QPM');
    if (!this.counter.take(`${key}/s`, level.perSecond, 1_000, now)) throw tooFrequent('QPS');
    if (!this.counter.take(`${key}/m`, level.perMinute, 60_000, now)) {
      // After a breach of the QPM TikTok asks to wait five minutes, not one.
      this.blockedUntil.set(key, now + settings.business.qpmPenaltyMs);
      throw tooFrequent('QPM');
    }
    if (!this.counter.takeOfDay(`${key}/d`, level.perDay, now)) throw tooFrequent('QPD');
  }

  /** @throws BusinessError 40133 */
  takeOfAdvertiser(world: Surroundings, advertiserId: string): void {
    const limit = world.settings.rateLimits ? world.settings.business.advertiserPerSecond : 0;
    if (!this.counter.take(`advertiser/${advertiserId}`, limit, 1_000, world.clock.now()))
      throw new BusinessError(40_133, 'Too many requests for this advertiser. Please retry later.');
  }

  /** The Accounts API's own limits. @throws BusinessError 40100 */
  takeOfAccount(world: Surroundings, endpoint: string, businessId: string): void {
    if (!world.settings.rateLimits) return;
    const { accountPerMinute, accountAppPerMinute } = world.settings.business;
    const now = world.clock.now();
    if (!this.counter.take(`account/${businessId}${endpoint}`, accountPerMinute, 60_000, now))
      throw tooFrequent('QPM');
    if (!this.counter.take('accounts', accountAppPerMinute, 60_000, now)) throw tooFrequent('QPM');
  }

  /** The limits of single endpoints. */
  get endpoints(): CallCounter {
    return this.counter;
  }
}

export function tooFrequent(which: 'QPS' | 'QPM' | 'QPD'): BusinessError {
  return new BusinessError(40_100, `Too many requests. Your app has exceeded its ${which} limit.`);
}
