/** A scheduled event. */
interface DueEvent {
  readonly dueAt: number;
  readonly run: () => void;
}

/** setTimeout silently fires at once beyond this many milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * The sandbox's only source of time: real time plus an offset that {@link Clock.advance} grows.
 * Everything that happens later is scheduled here, so that advancing the clock triggers it.
 * All times are milliseconds since 1970 (UTC).
 */
export class Clock {
  private offsetMs = 0;
  /** Time otherwise stands still while it is advanced: a follow-up of an event is due exactly its delay later. */
  private heldAt: number | undefined;
  private events: DueEvent[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param onEvent called after each event */
  constructor(private readonly onEvent: () => void = () => {}) {}

  now(): number {
    return this.heldAt ?? Date.now() + this.offsetMs;
  }

  /** The same in whole seconds, as in most of TikTok's fields. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** How far this clock is ahead of real time, in ms. Set when a saved world is restored. */
  get offset(): number {
    return this.offsetMs;
  }

  set offset(offsetMs: number) {
    this.offsetMs = offsetMs;
  }

  /** Runs `run` once, `delayMs` from now. The returned function cancels it. */
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
   * Moves time forward and runs everything that becomes due, each at its own time and in order.
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

  /** Cancels everything scheduled and returns to real time. */
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
    // A pending event alone must not keep the process alive.
    this.timer.unref();
  }

  private fireDue(): void {
    while (this.events[0] && this.events[0].dueAt <= this.now()) this.fireNext();
    this.arm();
  }
}
