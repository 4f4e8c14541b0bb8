// Ad campaigns, creatives, audiences and their figures. Must never create anything at TikTok that is not paused.
export type { AccountProblemView as AccountProblem } from './accounts/dto/ads-account.view.js';
export { AdAccountOwners } from './accounts/ad-account-owners.js';
export { AdsModule } from './ads.module.js';
export { FatigueNotices } from './health/fatigue-notices.js';
export { HealthWakes } from './health/health-wakes.js';
export { ReviewWakes } from './launches/review-wakes.js';
export { nextCorrection } from './metrics/finality.js';
export {
  ACCOUNT_DONE,
  AccountSync,
  type AccountPlace,
  type KeepPlace,
} from './metrics/scheduled/account-sync.js';
export { AdGroupDeliveries, type DeliveredAdGroup } from './metrics/stored/ad-group-deliveries.js';
export { todayIn } from './metrics/scheduled/due-days.js';
export { addDays } from './reports/days.js';
