import type { FastifyInstance } from 'fastify';
import { MAX_COMMENTS } from '../comments/seeded-comments.js';
import { MAX_VIDEOS } from '../videos/seeded-profile.js';
import { addAccount } from '../world-seed.js';
import type { World } from '../world.js';
import { control, ControlError, numberIn, textIn } from './control-input.js';

/** Unlike videos, accounts are stored as objects; this many take about 100 MB. */
export const MAX_ACCOUNTS = 100_000;

/** `POST /seed {accounts, videos, comments, prefix}`: creates accounts with videos each and comments under each video. */
export function seedControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/seed', ({ body }) => {
    const accounts = wholeIn(body, 'accounts', 1, MAX_ACCOUNTS - world.accounts.count);
    const videos = wholeIn(body, 'videos', 10, MAX_VIDEOS);
    const comments = wholeIn(body, 'comments', 0, MAX_COMMENTS);
    const prefix = textIn(body, 'prefix') ?? 'creator';
    const first = world.accounts.count;
    let [number, added] = [first, 0];
    while (added < accounts) {
      const username = `${prefix}${number}`;
      number += 1;
      if (world.accounts.get(username)) continue;
      addAccount(world, { username, videos, comments });
      added += 1;
    }
    return {
      added,
      accounts: world.accounts.count,
      videos: added * videos,
      comments: added * videos * comments,
      usernames: { prefix, from: first, to: number - 1 },
    };
  });
}

export function wholeIn(
  body: Record<string, unknown>,
  key: string,
  fallback: number,
  largest: number,
): number {
  const value = numberIn(body, key) ?? fallback;
  if (!Number.isSafeInteger(value) || value > largest)
    throw new ControlError(`${key} must be a whole number up to ${largest}`);
  return value;
}
