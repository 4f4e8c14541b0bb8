/** What runs side by side. */
export interface StepWindow<T> {
  /**
   * Returns what starts now beside what is under way. Asked again whenever something has ended. What it reads may be older than
   * the end of an item that was under way, so it must not return one of those.
   */
  next(underWay: ReadonlySet<T>): Promise<readonly T[]>;
  /** Runs one to its end. @returns true if others may follow */
  run(item: T): Promise<boolean>;
}

/**
 * Runs items side by side, and starts the next ones as soon as one has ended. After a failure, or an end that nothing may
 * follow, it starts none. What has started always ends first.
 * @returns true if others may follow
 * @throws the first error
 */
export async function slide<T>({ next, run }: StepWindow<T>): Promise<boolean> {
  const underWay = new Map<T, Promise<void>>();
  const errors: unknown[] = [];
  let isOpen = true;
  const close = (error: unknown) => {
    isOpen = false;
    errors.push(error);
  };
  const start = (item: T) => {
    const ended = run(item)
      .then((mayFollow) => {
        isOpen &&= mayFollow;
      }, close)
      .finally(() => underWay.delete(item));
    underWay.set(item, ended);
  };
  for (;;) {
    const before = new Set(underWay.keys());
    const more = isOpen ? await next(before).catch(close) : undefined;
    // It may have closed in the meantime.
    if (isOpen) for (const item of more ?? []) start(item);
    const hasEnded = [...before].some((item) => !underWay.has(item));
    if (isOpen && hasEnded) continue;
    if (underWay.size === 0) break;
    await Promise.race(underWay.values());
  }
  if (errors.length > 0) throw errors[0];
  return isOpen;
}
