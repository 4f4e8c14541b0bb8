/** Called for each row that may be due. Returns at once and does not throw. */
export type JobListener = (work: string, id: string) => void;

/**
 * Wakes a worker for rows. The row is the only truth. If a job is lost, the reconciler finds the row; if it arrives
 * twice, the lease stops the second run. So jobs in memory are as safe as jobs on Redis.
 */
export abstract class JobQueue {
  /** Never fails and never takes long, because callers are serving requests. */
  abstract wake(work: string, ids: readonly string[]): Promise<void>;
  /** Starts delivering. */
  abstract listen(listener: JobListener): void;
  /** Stops delivering. */
  abstract stop(): Promise<void>;
  /** @throws Error when jobs cannot be delivered now */
  abstract ping(): Promise<void>;
}
