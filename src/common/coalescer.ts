import { setTimeout as sleep } from 'node:timers/promises';

interface Waiting<In, Out> {
  input: In;
  since: number;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/** How long an input waits at most. Its run continues. */
export interface Patience {
  ms: number;
  /** What its caller gets then. */
  error: () => Error;
}

/** How long a run waits for more inputs, if they come fast. */
export interface Company {
  ms: number;
  /** The run before had so many inputs. */
  after: number;
}

interface CoalescerOptions {
  /** By default, a run begins as soon as the one before has ended. */
  company?: Company;
  /** By default, an input waits as long as its run. */
  patience?: Patience;
  /** True if one of the inputs may have caused the error: then each runs alone, and only those that fail again fail. */
  mayBeOnes?: (error: unknown) => boolean;
}

// One timer looks at all inputs, because thousands of timers a second cost more than they give.
const LOOKS_WITHIN_PATIENCE = 8;

/**
 * Joins calls from the same turn of the event loop, or from the time of the run before, into one run. A single call runs
 * at once, and many together cost hardly more than one.
 */
export class Coalescer<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private running: Waiting<In, Out>[] = [];
  private busy = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param run handles all inputs at once and returns the outputs in the same order; if it throws, all of them fail
   * @param maxInputs the most that one run takes
   */
  constructor(
    private readonly run: (inputs: In[]) => Promise<Out[]>,
    private readonly maxInputs: number,
    private readonly options: CoalescerOptions = {},
  ) {}

  add(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      const { patience } = this.options;
      this.waiting.push({ input, resolve, reject, since: patience ? performance.now() : 0 });
      if (this.busy) return;
      this.busy = true;
      if (patience) this.look(patience);
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    const { company } = this.options;
    while (this.waiting.length > 0) {
      if (company && this.running.length >= company.after) await sleep(company.ms);
      this.running = this.waiting.splice(0, this.maxInputs);
      await this.runOnce(this.running);
    }
    this.running = [];
    this.busy = false;
  }

  private look(patience: Patience): void {
    if (this.busy)
      this.timer ??= setTimeout(() => this.rejectOverdue(patience), patience.ms / LOOKS_WITHIN_PATIENCE);
  }

  private rejectOverdue(patience: Patience): void {
    const overdue = performance.now() - patience.ms;
    // Their outcome is ignored when it comes.
    for (const one of [...this.running, ...this.waiting]) {
      if (one.since > overdue) continue;
      one.reject(patience.error());
      // Once is enough.
      one.since = Infinity;
    }
    this.timer = undefined;
    this.look(patience);
  }

  private async runOnce(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outputs = await this.run(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, index) => resolve(outputs[index] as Out));
    } catch (error) {
      if (batch.length > 1 && this.options.mayBeOnes?.(error))
        for (const one of batch) await this.runOnce([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}
