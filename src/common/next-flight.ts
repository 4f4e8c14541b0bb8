interface Line {
  running: Promise<void>;
  /** Begins when the running work ends. */
  next: Promise<void> | undefined;
}

/**
 * Work of which many callers want a run that begins after they asked. The first starts it; all who ask during a run share the
 * next one. So a burst of a thousand calls costs two runs or three.
 */
export class NextFlight {
  private readonly lines = new Map<string, Line>();

  /** @param work does the same for every caller of this key */
  ask(key: string, work: () => Promise<void>): Promise<void> {
    const line = this.lines.get(key);
    if (!line) return this.start(key, work);
    return (line.next ??= line.running.then(
      () => this.start(key, work),
      () => this.start(key, work),
    ));
  }

  private start(key: string, work: () => Promise<void>): Promise<void> {
    const line: Line = { running: work(), next: undefined };
    this.lines.set(key, line);
    // Those who wait for the next run replace the line.
    const forget = (): void => void (line.next ?? this.lines.delete(key));
    line.running.then(forget, forget);
    return line.running;
  }
}
