import { between, seededRandom } from '../../random.js';
import type { FigureName } from './figure-names.js';

/** How much of each figure one unit of budget buys on one day; `spend` is the share that is spent at all. */
export type DayRates = Record<FigureName, number>;

/**
 * The day of an ad: the same for the same ad and day, whatever happens elsewhere.
 * @param unit what a US dollar is in the advertiser's currency
 */
export function dayRates(seedName: string, day: string, unit: number): DayRates {
  const ad = seededRandom(seedName);
  const random = seededRandom(`${seedName}/${day}`);
  const wobble = (low: number, high: number): number => between(ad, low, high) * between(random, 0.8, 1.2);
  const spend = between(random, 0.6, 0.97);
  const impressions = (spend * 1000) / (wobble(3, 9) * unit);
  const clicks = impressions * wobble(0.006, 0.025);
  const conversion = clicks * wobble(0.02, 0.08);
  const completePayment = conversion * wobble(0.3, 0.6);
  const videoPlays = impressions * between(random, 0.9, 0.97);
  const watched2s = videoPlays * wobble(0.4, 0.6);
  const watched6s = watched2s * wobble(0.25, 0.4);
  const watched25 = videoPlays * wobble(0.2, 0.3);
  const watched50 = watched25 * between(random, 0.4, 0.6);
  const watched75 = watched50 * between(random, 0.5, 0.7);
  const watched100 = watched75 * between(random, 0.6, 0.8);
  const likes = impressions * wobble(0.004, 0.015);
  return {
    spend,
    impressions,
    clicks,
    conversion,
    completePayment,
    purchaseValue: completePayment * wobble(25, 60) * unit,
    landingPageViews: clicks * between(random, 0.6, 0.85),
    videoPlays,
    watched2s,
    watched6s,
    watched25,
    watched50,
    watched75,
    watched100,
    watchedSeconds: videoPlays * wobble(2, 6),
    likes,
    comments: likes * between(random, 0.02, 0.06),
    shares: likes * between(random, 0.03, 0.09),
    follows: clicks * between(random, 0.005, 0.02),
    profileVisits: clicks * between(random, 0.03, 0.08),
  };
}
