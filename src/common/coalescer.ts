interface Waiting<In, Out> {
  input: In;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * Joins calls from the same turn of the event loop, or from the time of the run before, into one run. A single call runs
 * at once, and many together cost hardly more than one.
 */
export class Coalescer<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private busy = false;

  /**
   * @param run handles all inputs at once and returns the outputs in the same order; if it throws, all of them fail
   * @param maxInputs the most that one run takes
   */
  constructor(
    private readonly run: (inputs: In[]) => Promise<Out[]>,
    private readonly maxInputs: number,
  ) {}

  add(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) await this.runOnce(this.waiting.splice(0, this.maxInputs));
    this.busy = false;
  }

  private async runOnce(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outputs = await this.run(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, index) => resolve(outputs[index] as Out));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
