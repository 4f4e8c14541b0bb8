/** One thing that will happen at a known time. */
interface DueEvent {
  readonly dueAt: number;
  readonly run: () => void;
}

/** setTimeout silently fires at once beyond this many milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * The sandbox's only source of time: real time plus an offset that {@link Clock.advance} grows.
 * Whatever shall happen later is scheduled here, so advancing the clock makes it happen now.
 * All times are milliseconds since 1970 (UTC).
 */
export class Clock {
  private offsetMs = 0;
  /** While time is moved it stands still otherwise: what follows from an event is due exactly its delay later. */
  private heldAt: number | undefined;
  private events: DueEvent[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param onEvent told of every event that was fired */
  constructor(private readonly onEvent: () => void = () => {}) {}

  now(): number {
    return this.heldAt ?? Date.now() + this.offsetMs;
  }

  /** The same in whole seconds, as most of TikTok's fields want it. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** How far this clock is ahead of real time, ms; set when a saved world is taken up again. */
  get offset(): number {
    return this.offsetMs;
  }

  set offset(offsetMs: number) {
    this.offsetMs = offsetMs;
  }

  /** Runs `run` once, `delayMs` from now; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void {
    const event: DueEvent = { dueAt: this.now() + delayMs, run };
    const index = this.events.findLastIndex((other) => other.dueAt <= event.dueAt);
    this.events.splice(index + 1, 0, event);
    this.arm();
    return () => {
      this.events = this.events.filter((other) => other !== event);
    };
  }

  /**
   * Moves time forward, firing on its way everything that becomes due, each at its own time and in order.
   * @throws RangeError when `seconds` is negative or not a number
   */
  advance(seconds: number): void {
    if (!(seconds >= 0)) throw new RangeError('the clock only goes forward');
    const target = this.now() + seconds * 1000;
    try {
      while (this.events[0] && this.events[0].dueAt <= target) {
        this.moveTo(Math.max(this.events[0].dueAt, this.now()));
        this.fireNext();
      }
      this.moveTo(Math.max(target, this.now()));
    } finally {
      this.heldAt = undefined;
      this.arm();
    }
  }

  /** Forgets all that was scheduled and returns to real time. */
  reset(): void {
    clearTimeout(this.timer);
    this.events = [];
    this.offsetMs = 0;
  }

  private moveTo(time: number): void {
    this.heldAt = time;
    this.offsetMs = time - Date.now();
  }

  private fireNext(): void {
    this.events.shift()?.run();
    this.onEvent();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const next = this.events[0];
    if (!next) return;
    const wait = Math.min(Math.max(next.dueAt - this.now(), 0), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => this.fireDue(), wait);
    // A pending event alone is no reason to keep a process alive.
    this.timer.unref();
  }

  private fireDue(): void {
    while (this.events[0] && this.events[0].dueAt <= this.now()) this.fireNext();
    this.arm();
  }
}
