import type { World } from '../../world.js';
import { emitReview } from '../subscriptions/review-event.js';
import type { Ad } from './ad-objects.js';
import { refreshDelivery } from './delivery.js';

/** Sends an ad to review; the review ends automatically unless a control call ends it earlier. */
export function startReview(world: World, ad: Ad, isFirst: boolean): void {
  ad.review = isFirst ? 'audit' : 'reaudit';
  ad.rejectReason = '';
  ad.reviewEndsAt = world.clock.now() + world.settings.business.reviewMs;
  awaitReview(world, ad, ad.reviewEndsAt);
}

/** Waits for the end of a review that is under way, also after a restart. */
export function awaitReview(world: World, ad: Ad, endsAt: number): void {
  world.clock.after(Math.max(0, endsAt - world.clock.now()), () => {
    // A later review, or a decision by hand, has taken its place.
    if (ad.reviewEndsAt !== endsAt) return;
    const isRejected = world.settings.business.reviewOutcome === 'reject';
    decideReview(world, ad, isRejected ? 'The ad does not follow the advertising policies.' : null);
  });
}

/** Ends the review. @param rejectReason null approves */
export function decideReview(world: World, ad: Ad, rejectReason: string | null): void {
  ad.review = rejectReason === null ? 'approved' : 'rejected';
  ad.rejectReason = rejectReason ?? '';
  ad.reviewEndsAt = null;
  refreshDelivery(world, ad.advertiserId);
  // The review of an Upgraded Smart+ ad has no event: it has to be asked for.
  if (ad.smartPlusAdId === undefined) emitReview(world, ad);
}
