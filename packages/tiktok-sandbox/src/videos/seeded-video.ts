import { itemIdOf } from '../ids.js';
import { IdCipher, joinBits, MAX_OWN } from '../id-cipher.js';
import { between, familyKey, memberRandom, pick, type Random } from '../random.js';
import { drawCurve } from './growth-curve.js';
import type { Video } from './video.js';

const OPENINGS = [
  'Behind the scenes of',
  'Three things about',
  'We tried',
  'I wish I had known about',
  'A day with',
] as const;
const SUBJECTS = [
  'the new kitchen',
  'our oldest bicycle',
  'sourdough',
  'the night train',
  'a tiny garden',
] as const;
const TAGS = ['#howto', '#smallbusiness', '#fyp', '#makers', '#quiet'] as const;

/** Computes the videos of one world: each follows from the world's seed, its account and its position. */
export class VideoArtist {
  readonly cipher: IdCipher;
  private readonly family: number;

  constructor(seed: number) {
    this.cipher = new IdCipher(familyKey(`${seed}/video-ids`));
    this.family = familyKey(`${seed}/videos`);
  }

  /** When in its own time span the account's `index`th video was posted, 0 to 1. */
  random(ordinal: number, index: number): Random {
    return memberRandom(this.family + ordinal, index);
  }

  /** @param random the source of that position, after its first number was used for the time */
  draw(random: Random, username: string, ordinal: number, seconds: number): Video {
    const own = Math.floor(random() * (MAX_OWN + 1));
    return {
      id: itemIdOf(seconds, this.cipher.hide(joinBits(ordinal, own))),
      username,
      caption: `${pick(random, OPENINGS)} ${pick(random, SUBJECTS)} ${pick(random, TAGS)}`,
      createdAt: seconds * 1000,
      durationSeconds: Math.floor(between(random, 8, 90)),
      width: 1080,
      height: 1920,
      curve: drawCurve(random),
      public: true,
    };
  }
}
