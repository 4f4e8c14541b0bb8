import { setImmediate as turn } from 'node:timers/promises';

interface Line {
  running: Promise<void>;
  hasBegun: boolean;
  /** Begins when the running work ends. */
  next: Promise<void> | undefined;
}

/**
 * Work of which many callers want a run that begins after they asked. Callers of the same turn of the event loop share a run,
 * and all who ask during a run share the next one. So a burst of a thousand calls costs a run or two.
 */
export class NextFlight {
  private readonly lines = new Map<string, Line>();

  /** @param work does the same for every caller of this key */
  ask(key: string, work: () => Promise<void>): Promise<void> {
    const line = this.lines.get(key);
    if (!line) return this.start(key, work);
    if (!line.hasBegun) return line.running;
    return (line.next ??= line.running.then(
      () => this.start(key, work),
      () => this.start(key, work),
    ));
  }

  private start(key: string, work: () => Promise<void>): Promise<void> {
    const running = turn().then(() => {
      line.hasBegun = true;
      return work();
    });
    const line: Line = { running, hasBegun: false, next: undefined };
    this.lines.set(key, line);
    // Those who wait for the next run replace the line.
    const forget = (): void => void (line.next ?? this.lines.delete(key));
    running.then(forget, forget);
    return running;
  }
}
