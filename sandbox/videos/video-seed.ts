import { itemId } from '../ids.js';
import { between, pick, type Random, seededRandom } from '../random.js';
import { drawCurve } from './growth-curve.js';
import type { Video } from './video.js';

const OPENINGS = [
  'Behind the scenes of',
  'Three things about',
  'We tried',
  'Nobody told me about',
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

const DAY_MS = 86_400_000;

/** `count` public videos, the newest first, the same ones for the same seed, username and epoch. */
export function seedVideos(seed: number, username: string, count: number, epochMs: number): Video[] {
  const random = seededRandom(`${seed}/videos/${username}`);
  let createdAt = epochMs;
  return Array.from({ length: count }, () => {
    createdAt -= between(random, 0.3, 2.5) * DAY_MS;
    return drawVideo(random, username, Math.floor(createdAt / 1000) * 1000);
  });
}

function drawVideo(random: Random, username: string, createdAt: number): Video {
  return {
    id: itemId(createdAt, random),
    username,
    caption: `${pick(random, OPENINGS)} ${pick(random, SUBJECTS)} ${pick(random, TAGS)}`,
    createdAt,
    durationSeconds: Math.floor(between(random, 8, 90)),
    width: 1080,
    height: 1920,
    curve: drawCurve(random),
    public: true,
  };
}
