import { itemId, namedUuid } from '../ids.js';
import { between, pick, type Random, seededRandom } from '../random.js';
import type { Video } from '../videos/video.js';
import type { Comment } from './comment.js';

const TEXTS = [
  'Where can I buy this?',
  'This made my day',
  'Second one is so true 😂',
  'Do you ship to Portugal?',
  'Tutorial please!',
  'I have been waiting for this one',
] as const;
const VIEWERS = ['lena.k', 'marco_rides', 'two.spoons', 'k8bakes', 'nightowl77', 'old_bicycle'] as const;

/** The comments that a seeded video already has: the same ones for the same seed. */
export function seedComments(seed: number, video: Video, count: number): Comment[] {
  const random = seededRandom(`${seed}/comments/${video.id}`);
  return Array.from({ length: count }, () => drawComment(random, video));
}

function drawComment(random: Random, video: Video): Comment {
  const createdAt = video.createdAt + Math.floor(between(random, 600_000, 80_000_000));
  const username = pick(random, VIEWERS);
  return {
    id: itemId(createdAt, random),
    videoId: video.id,
    parentId: null,
    username,
    displayName: username,
    uniqueIdentifier: viewerIdentifier(username),
    text: pick(random, TEXTS),
    createdAt,
    likes: Math.floor(random() ** 3 * 40),
    byOwner: false,
    status: 'PUBLIC',
  };
}

export function viewerIdentifier(username: string): string {
  return namedUuid(`viewer/${username}`);
}
