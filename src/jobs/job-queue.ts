/** Called when a row should be looked at. Must not throw. */
export type JobListener = (work: string, id: string) => Promise<void>;

/**
 * Wakes somebody for a row. It holds no truth: a lost job delays the row until the reconciler finds it due, and
 * a job delivered twice meets a lease. So an in-process implementation is as honest as one on Redis.
 */
export abstract class JobQueue {
  abstract wake(work: string, id: string): Promise<void>;
  /** Begins to deliver, at most `concurrency` jobs at once. */
  abstract listen(listener: JobListener, concurrency: number): Promise<void>;
  /** Stops delivering; jobs under way may finish. */
  abstract stop(): Promise<void>;
  /** @throws Error when jobs cannot be delivered now */
  abstract ping(): Promise<void>;
}
