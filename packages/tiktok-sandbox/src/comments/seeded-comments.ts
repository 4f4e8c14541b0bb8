import { itemIdOf, itemIdParts } from '../ids.js';
import { IdCipher, joinBits, MAX_OWN, splitBits } from '../id-cipher.js';
import { familyKey, memberRandom, memberShare, pick, scatter } from '../random.js';
import type { SeededProfile } from '../videos/seeded-profile.js';
import type { Video } from '../videos/video.js';
import type { Comment } from './comment.js';
import { viewerIdentifier } from './viewer.js';

const TEXTS = [
  'Where can I buy this?',
  'This made my day',
  'Second one is so true 😂',
  'Do you ship to Portugal?',
  'Tutorial please!',
  'I have been waiting for this one',
] as const;
const VIEWERS = ['lena.k', 'marco_rides', 'two.spoons', 'k8bakes', 'nightowl77', 'old_bicycle'] as const;

/** An id has room for this many comments of one video. */
export const MAX_COMMENTS = MAX_OWN;

const FIRST_AFTER_SECONDS = 600;
const LAST_AFTER_SECONDS = 80_000;

/** The comments of seeded videos: computed on demand, and found by their ids. */
export class SeededComments {
  private readonly family: number;
  private readonly cipher: IdCipher;

  /** @param profileAt the seed of the account at a position */
  constructor(
    seed: number,
    private readonly profileAt: (ordinal: number) => SeededProfile | undefined,
  ) {
    this.family = familyKey(`${seed}/comments`);
    this.cipher = new IdCipher(familyKey(`${seed}/comment-ids`));
  }

  under(video: Video, profile: SeededProfile): Comment[] {
    return Array.from({ length: profile.seed.comments }, (_, index) => this.draw(video, profile, index));
  }

  find(id: string): Comment | undefined {
    const parts = itemIdParts(id);
    if (!parts) return undefined;
    const { ordinal, own } = splitBits(this.cipher.reveal(parts.low));
    const profile = this.profileAt(ordinal);
    if (!profile || own >= profile.seed.comments) return undefined;
    const video = profile.postedAt(parts.seconds - this.delay(ordinal, own));
    return video && this.draw(video, profile, own);
  }

  private draw(video: Video, profile: SeededProfile, index: number): Comment {
    const { ordinal } = profile.seed;
    const seconds = Math.floor(video.createdAt / 1000) + this.delay(ordinal, index);
    const random = memberRandom(this.family + scatter(seconds), index);
    const username = pick(random, VIEWERS);
    return {
      id: itemIdOf(seconds, this.cipher.hide(joinBits(ordinal, index))),
      videoId: video.id,
      parentId: null,
      username,
      displayName: username,
      uniqueIdentifier: viewerIdentifier(username),
      text: pick(random, TEXTS),
      createdAt: seconds * 1000,
      likes: Math.floor(random() ** 3 * 40),
      byOwner: false,
      status: 'PUBLIC',
    };
  }

  /** Seconds from the video to its comment; the same for all videos of an account, so that an id leads to its video. */
  private delay(ordinal: number, index: number): number {
    const share = memberShare(this.family + ordinal, index);
    return FIRST_AFTER_SECONDS + Math.floor(share * (LAST_AFTER_SECONDS - FIRST_AFTER_SECONDS));
  }
}
