/** Running work. */
export interface Flight<T> {
  readonly result: Promise<T>;
  ageMs(): number;
}

/** The first of several concurrent callers starts the work, and all share its result. */
export class SingleFlight<T> {
  private readonly running = new Map<string, Flight<T>>();

  /** The running work for this key. */
  current(key: string): Flight<T> | undefined {
    return this.running.get(key);
  }

  join(key: string, work: () => Promise<T>): Flight<T> {
    return this.running.get(key) ?? this.start(key, work);
  }

  /** Waits until nothing is running, at most for the given time. */
  async idle(withinMs: number): Promise<void> {
    const all = Promise.allSettled([...this.running.values()].map(({ result }) => result));
    await within(withinMs, all, () => undefined);
  }

  private start(key: string, work: () => Promise<T>): Flight<T> {
    const startedAt = performance.now();
    const result = work().finally(() => this.running.delete(key));
    // The work continues without callers. Its failure must then not count as unhandled.
    result.catch(() => undefined);
    const flight = { result, ageMs: () => performance.now() - startedAt };
    this.running.set(key, flight);
    return flight;
  }
}

/** The result, or the return value of `tooLate` after the timeout. The work continues either way. */
export async function within<T, U>(ms: number, result: Promise<T>, tooLate: () => U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    const first = await Promise.race([result, late]);
    return first === LATE ? tooLate() : first;
  } finally {
    clearTimeout(timer);
  }
}

const LATE = Symbol('late');
