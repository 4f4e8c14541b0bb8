import { adsRulesSettings } from './ads-rules.settings.js';

/** Ads. */
export const adsSettings = {
  ...adsRulesSettings,
};
