// Ad campaigns, creatives, audiences and their figures. Must never create anything at TikTok that is not paused.
export { AdsModule } from './ads.module.js';
export { ReviewWakes } from './launches/review-wakes.js';
