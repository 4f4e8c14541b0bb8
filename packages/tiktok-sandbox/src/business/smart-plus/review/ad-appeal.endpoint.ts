import { creativesOf } from '../../ads/object-status.js';
import { startReview } from '../../ads/review.js';
import { invalidParam } from '../../wire/business-error.js';
import { requireWritableAd, smartPlusWrite } from '../smart-plus-write.js';

const REASON_MAX = 2_000;

/** Has the rejected creatives of an ad reviewed again, once. Source: corrections §3. */
export const smartPlusAdAppeal = smartPlusWrite('/ad/appeal/', (call) => {
  const { params, world, state, now } = call;
  params.text('appeal_reason', { max: REASON_MAX });
  params.texts('attachment_list');
  const ad = requireWritableAd(call, params.requireText('smart_plus_ad_id'));
  const rejected = creativesOf(state, ad).filter(({ review }) => review === 'rejected');
  if (rejected.length === 0) throw invalidParam('smart_plus_ad_id: The ad has no rejected creative.');
  if (ad.appealedAt !== null) throw invalidParam('smart_plus_ad_id: The ad has been appealed already.');
  ad.appealedAt = now;
  for (const creative of rejected) startReview(world, creative, false);
  return {};
});
