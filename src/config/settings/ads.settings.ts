import { wholeNumber } from '../setting-kinds.js';

/** Ads. */
export const adsSettings = {
  ADS_SETTLE_SECONDS: wholeNumber(1, 3600)
    .default(15)
    .describe(
      'Seconds after a create without an answer until the service looks for the object at TikTok; longer than a call lasts',
    ),
};
