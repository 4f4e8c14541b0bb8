// Background work: due rows, their leases, and a queue that only wakes workers. Must never hold the only copy of anything.
export { JobQueue } from './job-queue.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export {
  isDeferral,
  outcomeOf,
  retryError,
  type Outcome,
  type RetryLimit,
  type StepFailure,
} from './outcome.js';
export { LEASE_SECONDS, type ClaimedRow } from './work-claims.js';
export { WorkHandler } from './work-handler.js';
export type { WorkKind } from './work-kinds.js';
export { LeaseLostError, NotYetError, TryLaterError, type Claim, type RowUpdate, type Work } from './work.js';
