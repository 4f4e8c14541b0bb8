const SECOND_MS = 1_000;
const KEPT_SECONDS = 120;
const KEPT_MINUTES = 60;

/** Calls and 429s of one time bucket. */
interface Bucket {
  /** Unix seconds of the bucket's start. */
  readonly start: number;
  calls: number;
  answers429: number;
}

/** The use of one endpoint, as shown by the counters. */
export interface EndpointRates {
  readonly calls: number;
  readonly answers429: number;
  readonly peakPerSecond: number;
  readonly peakPerMinute: number;
  /** Latest first, without empty seconds and minutes. */
  readonly seconds: readonly Bucket[];
  readonly minutes: readonly Bucket[];
}

/** Calls of one endpoint by second and by minute; older ones are dropped. */
export class CallRates {
  private calls = 0;
  private answers429 = 0;
  private readonly seconds = new Buckets(1, KEPT_SECONDS);
  private readonly minutes = new Buckets(60, KEPT_MINUTES);

  count(nowMs: number, status: number): void {
    const is429 = status === 429;
    this.calls += 1;
    if (is429) this.answers429 += 1;
    this.seconds.count(nowMs, is429);
    this.minutes.count(nowMs, is429);
  }

  get totals(): { calls: number; answers429: number } {
    return { calls: this.calls, answers429: this.answers429 };
  }

  describe(): EndpointRates {
    return {
      ...this.totals,
      peakPerSecond: this.seconds.peak,
      peakPerMinute: this.minutes.peak,
      seconds: this.seconds.latest(),
      minutes: this.minutes.latest(),
    };
  }
}

class Buckets {
  peak = 0;
  private readonly buckets: Bucket[] = [];

  constructor(
    private readonly widthSeconds: number,
    private readonly kept: number,
  ) {}

  count(nowMs: number, is429: boolean): void {
    const width = this.widthSeconds * SECOND_MS;
    const start = Math.floor(nowMs / width) * this.widthSeconds;
    let bucket = this.buckets.at(-1);
    if (bucket?.start !== start) {
      bucket = { start, calls: 0, answers429: 0 };
      this.buckets.push(bucket);
      if (this.buckets.length > this.kept) this.buckets.shift();
    }
    bucket.calls += 1;
    if (is429) bucket.answers429 += 1;
    this.peak = Math.max(this.peak, bucket.calls);
  }

  latest(): Bucket[] {
    return this.buckets.toReversed();
  }
}
