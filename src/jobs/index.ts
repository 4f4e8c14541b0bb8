// Background work: rows that are due, leases on them, and a queue that only wakes. Must never hold the only copy of anything.
export { JobQueue } from './job-queue.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export {
  LeaseLostError,
  NotYetError,
  TryLaterError,
  type Claim,
  type Work,
  type WorkOutcome,
} from './work.js';
