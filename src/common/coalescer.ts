interface Waiting<In, Out> {
  input: In;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * Joins calls that come in the same turn of the event loop, or while others are under way: they go together. A call that
 * comes alone goes at once, and many at a time cost hardly more than one.
 */
export class Coalescer<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private busy = false;

  /**
   * @param run does the work of all at once and answers in their order; when it throws, all of them fail
   * @param most inputs that one run takes
   */
  constructor(
    private readonly run: (inputs: In[]) => Promise<Out[]>,
    private readonly most: number,
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
    while (this.waiting.length > 0) await this.runOnce(this.waiting.splice(0, this.most));
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
