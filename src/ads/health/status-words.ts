// What TikTok's `secondary_status` means: the tables of other modules, for the checks.
export { verdictOf } from '../launches/review-verdict.js';
export { explainStatus } from '../management/secondary-status.js';
