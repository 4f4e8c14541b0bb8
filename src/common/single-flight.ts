/** Work under way, and for how long. */
export interface Flight<T> {
  readonly result: Promise<T>;
  ageMs(): number;
}

/** Of callers that want the same at once, the first starts the work and all share its result. */
export class SingleFlight<T> {
  private readonly underWay = new Map<string, Flight<T>>();

  /** The work under way for this key. */
  current(key: string): Flight<T> | undefined {
    return this.underWay.get(key);
  }

  join(key: string, work: () => Promise<T>): Flight<T> {
    return this.underWay.get(key) ?? this.start(key, work);
  }

  /** Waits until nothing is under way, at most so long. */
  async idle(withinMs: number): Promise<void> {
    const all = Promise.allSettled([...this.underWay.values()].map(({ result }) => result));
    await within(withinMs, all, () => undefined);
  }

  private start(key: string, work: () => Promise<T>): Flight<T> {
    const startedAt = performance.now();
    const result = work().finally(() => this.underWay.delete(key));
    // The work goes on when no caller waits any longer; its failure is then not an unhandled one.
    result.catch(() => undefined);
    const flight = { result, ageMs: () => performance.now() - startedAt };
    this.underWay.set(key, flight);
    return flight;
  }
}

/** The result when it comes in time; otherwise what `tooLate` answers, or throws. The work goes on. */
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
