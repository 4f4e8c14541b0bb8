import { between, memberShare, type Random } from '../random.js';

/** How a video's audience develops. Pure numbers, so a counter can be read at any time without being stored. */
export interface GrowthCurve {
  /** Total views of the first wave. */
  readonly wave: number;
  /** Days until the wave has reached 63 % of them. */
  readonly waveDays: number;
  /** Views per day after the wave. */
  readonly trickle: number;
  /** Shares of viewers that like, comment and share. */
  readonly likeRate: number;
  readonly commentRate: number;
  readonly shareRate: number;
  /** Age in days at which TikTok removes a share of the views as not genuine. */
  readonly correctedAtDays: number;
  readonly correctedShare: number;
  /** Names the random source for hours in which likes are withdrawn. */
  readonly moodKey: number;
}

export interface Counters {
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
}

const HOUR_MS = 3_600_000;
/** In one of this many hours some viewers withdraw their like; they are counted again in the next. */
const MOODY_SHARE = 0.08;
const LIKES_TAKEN_BACK = 0.004;

export function drawCurve(random: Random): GrowthCurve {
  return {
    // Audiences are heavy-tailed: most videos get thousands of viewers, a few get a million.
    wave: Math.round(10 ** between(random, 3.2, 5.9)),
    waveDays: between(random, 0.5, 4),
    trickle: between(random, 20, 400),
    likeRate: between(random, 0.03, 0.14),
    commentRate: between(random, 0.001, 0.01),
    shareRate: between(random, 0.001, 0.02),
    correctedAtDays: between(random, 1, 30),
    correctedShare: random() < 0.3 ? between(random, 0.01, 0.06) : 0,
    moodKey: Math.floor(random() * 4_294_967_296),
  };
}

/**
 * Counters of a video that was posted `ageMs` ago: 0 at first, then growing, with the drops that real
 * counters show. The same curve and age always give the same numbers.
 */
export function countersAt(curve: GrowthCurve, ageMs: number): Counters {
  const age = Math.max(0, ageMs);
  const days = age / (24 * HOUR_MS);
  const seen = curve.wave * (1 - Math.exp(-days / curve.waveDays)) + curve.trickle * days;
  const views = days >= curve.correctedAtDays ? seen * (1 - curve.correctedShare) : seen;
  const isMoody = memberShare(curve.moodKey, Math.floor(age / HOUR_MS)) < MOODY_SHARE;
  return {
    views: Math.floor(views),
    likes: Math.floor(views * curve.likeRate * (isMoody ? 1 - LIKES_TAKEN_BACK : 1)),
    comments: Math.floor(views * curve.commentRate),
    shares: Math.floor(views * curve.shareRate),
  };
}
