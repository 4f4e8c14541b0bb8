import { AsyncLocalStorage } from 'node:async_hooks';

const MOST_IDS = 20;
const traces = new AsyncLocalStorage<CallTrace>();

/** Collects TikTok's ids of the latest calls of some work. TikTok's support asks for them. */
export class CallTrace {
  private ids: string[];

  /** @param before ids of earlier calls for the same work */
  constructor(before: readonly string[] = []) {
    this.ids = [...before];
  }

  /** Called for each response, within the work that made the call. */
  static note(requestId: string | undefined): void {
    if (requestId !== undefined) traces.getStore()?.add(requestId);
  }

  /** The latest ones, from old to new. */
  get requestIds(): string[] {
    return [...this.ids];
  }

  run<T>(work: () => T): T {
    return traces.run(this, work);
  }

  private add(requestId: string): void {
    // One response may be read in two steps.
    if (this.ids.at(-1) === requestId) return;
    this.ids = [...this.ids, requestId].slice(-MOST_IDS);
  }
}
