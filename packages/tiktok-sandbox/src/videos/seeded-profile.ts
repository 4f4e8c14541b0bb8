import type { Video } from './video.js';
import type { VideoArtist } from './seeded-video.js';

/** The seed of a profile; all its initial videos follow from it. */
export interface ProfileSeed {
  readonly username: string;
  /** The account's position among all accounts. */
  readonly ordinal: number;
  readonly videos: number;
  /** Comments under each video. */
  readonly comments: number;
  /** All videos are older than this. */
  readonly epochMs: number;
}

export const MAX_VIDEOS = 1_000_000;

const USUAL_SPACING_SECONDS = 1.4 * 86_400;
const TIKTOK_BEGAN_SECONDS = Date.UTC(2018, 0, 1) / 1000;
/** Far enough apart that no two videos share a second. */
const LEAST_SPACING_SECONDS = 10;

/**
 * An account's initial videos, newest first. None is stored: each is computed when a
 * request needs it, so a million of them cost nothing until then.
 */
export class SeededProfile {
  private readonly epochSeconds: number;
  private readonly spacing: number;

  constructor(
    readonly seed: ProfileSeed,
    private readonly artist: VideoArtist,
  ) {
    this.epochSeconds = Math.floor(seed.epochMs / 1000);
    const room = (this.epochSeconds - TIKTOK_BEGAN_SECONDS) / Math.max(1, seed.videos);
    this.spacing = Math.max(LEAST_SPACING_SECONDS, Math.min(USUAL_SPACING_SECONDS, room));
  }

  get count(): number {
    return this.seed.videos;
  }

  at(index: number): Video {
    const random = this.artist.random(this.seed.ordinal, index);
    const seconds = this.secondsAt(index, random());
    return this.artist.draw(random, this.seed.username, this.seed.ordinal, seconds);
  }

  /** The video posted in that second. */
  postedAt(seconds: number): Video | undefined {
    const guess = Math.floor((this.epochSeconds - seconds) / this.spacing);
    return [guess - 1, guess, guess + 1]
      .filter((index) => index >= 0 && index < this.count)
      .map((index) => this.at(index))
      .find((video) => video.createdAt === seconds * 1000);
  }

  /** Position of the newest video that is older than `ms`; `count` if there is none. */
  firstOlderThan(ms: number): number {
    let index = Math.floor((this.epochSeconds - ms / 1000) / this.spacing) - 1;
    index = Math.min(Math.max(0, index), this.count);
    while (index < this.count && this.at(index).createdAt >= ms) index += 1;
    return index;
  }

  /** Each video has its own time span and stays near its middle, so that times and positions have the same order. */
  private secondsAt(index: number, share: number): number {
    return this.epochSeconds - Math.floor((index + 0.1 + 0.8 * share) * this.spacing);
  }
}
