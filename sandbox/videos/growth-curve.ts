import { between, type Random } from '../random.js';

/** How a video's audience develops. Pure numbers, so a counter can be read at any time without being stored. */
export interface GrowthCurve {
  /** Views that the first wave brings in the end. */
  readonly wave: number;
  /** Days until the wave has brought 63 % of them. */
  readonly waveDays: number;
  /** Views a day that keep trickling in. */
  readonly trickle: number;
  /** Shares of viewers that like, comment and share. */
  readonly likeRate: number;
  readonly commentRate: number;
  readonly shareRate: number;
}

export interface Counters {
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
}

export function drawCurve(random: Random): GrowthCurve {
  return {
    // Audiences are heavy-tailed: most videos find thousands of viewers, a few find a million.
    wave: Math.round(10 ** between(random, 3.2, 5.9)),
    waveDays: between(random, 0.5, 4),
    trickle: between(random, 20, 400),
    likeRate: between(random, 0.03, 0.14),
    commentRate: between(random, 0.001, 0.01),
    shareRate: between(random, 0.001, 0.02),
  };
}

/** The counters of a video that has been public for `ageMs`: 0 at first, then only growing. */
export function countersAt(curve: GrowthCurve, ageMs: number): Counters {
  const days = Math.max(0, ageMs) / 86_400_000;
  const views = curve.wave * (1 - Math.exp(-days / curve.waveDays)) + curve.trickle * days;
  return {
    views: Math.floor(views),
    likes: Math.floor(views * curve.likeRate),
    comments: Math.floor(views * curve.commentRate),
    shares: Math.floor(views * curve.shareRate),
  };
}
