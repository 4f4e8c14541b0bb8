/** Called when a row should be looked at. Returns at once and does not throw. */
export type JobListener = (work: string, id: string) => void;

/**
 * Wakes somebody for a row. It holds no truth: a lost job delays the row until the reconciler finds it due, and
 * a job delivered twice meets a lease. So an in-process implementation is as honest as one on Redis.
 */
export abstract class JobQueue {
  /** Never fails and never waits for long: callers answer requests. */
  abstract wake(work: string, id: string): Promise<void>;
  /** Begins to deliver. */
  abstract listen(listener: JobListener): void;
  /** Stops delivering. */
  abstract stop(): Promise<void>;
  /** @throws Error when jobs cannot be delivered now */
  abstract ping(): Promise<void>;
}
