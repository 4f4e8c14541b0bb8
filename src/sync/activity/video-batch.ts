import { readVideos, type VideoReading } from './video-reading.js';

/** A reading and when TikTok answered with it. */
export interface TimedReading extends VideoReading {
  capturedAt: Date;
  /** False for one that only renews what is shown: it is no part of the history. */
  isHistory: boolean;
}

/** What becomes of a video of a page. */
export type VideoUse = 'history' | 'latest' | 'ignore';

/** The result of adding a page. */
export interface AddedPage {
  /** The ids of valid videos on the page. */
  ids: string[];
  /** The number of videos without an id or a time, which cannot be stored. */
  skipped: number;
  /** The number of those without an id: each may be any video. */
  unnamed: number;
}

/** Videos of several pages that are written together. Each video occurs once. */
export class VideoBatch {
  private readonly byId = new Map<string, TimedReading>();
  private readonly skipped = new Set<string>();
  private readCount = 0;
  private skippedCount = 0;

  /**
   * @param videos as received
   * @param use decides about each of them; by default, all are written with their history
   */
  add(videos: unknown, capturedAt: Date, use: (id: string) => VideoUse = () => 'history'): AddedPage {
    const { readings, skipped, skippedIds } = readVideos(videos);
    for (const reading of readings) {
      const wanted = use(reading.id);
      if (wanted === 'ignore') continue;
      this.put(Object.assign(reading, { capturedAt, isHistory: wanted === 'history' }));
      this.readCount += 1;
    }
    for (const id of skippedIds) this.skipped.add(id);
    this.skippedCount += skipped;
    return { ids: readings.map(({ id }) => id), skipped, unnamed: skipped - skippedIds.length };
  }

  get isEmpty(): boolean {
    return this.byId.size + this.skipped.size + this.skippedCount === 0;
  }

  /** The times of the first and the last reading; null without any. */
  get period(): { first: Date; last: Date } | null {
    const times = [...this.byId.values()].map(({ capturedAt }) => capturedAt.getTime());
    if (times.length === 0) return null;
    return { first: new Date(Math.min(...times)), last: new Date(Math.max(...times)) };
  }

  /** The number of videos that will be stored. */
  get size(): number {
    return this.byId.size;
  }

  /** What the pages had. A list that leads back shows a video on two pages. */
  get counts(): { stored: number; skipped: number } {
    return { stored: this.readCount, skipped: this.skippedCount };
  }

  /** Sorted, so that two writers lock rows in the same order. */
  get readings(): TimedReading[] {
    return [...this.byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The ids of videos that TikTok shows, although their data cannot be stored. */
  get skippedIds(): string[] {
    return [...this.skipped].toSorted();
  }

  /** A list may move while it is paged, and show a video twice. Its last reading counts. */
  private put(reading: TimedReading): void {
    const earlier = this.byId.get(reading.id);
    this.byId.set(reading.id, earlier ? completed(reading, earlier) : reading);
  }
}

/** Fills what a reading lacks from an earlier one. */
function completed(reading: TimedReading, earlier: TimedReading): TimedReading {
  const known = Object.entries(reading).filter(([, value]) => value !== null);
  return Object.assign({ ...earlier }, Object.fromEntries(known)) as TimedReading;
}
