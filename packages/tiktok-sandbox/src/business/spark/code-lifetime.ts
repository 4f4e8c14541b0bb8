import { randomBytes } from 'node:crypto';
import type { Video } from '../../videos/video.js';
import type { World } from '../../world.js';
import { refreshDelivery } from '../ads/delivery.js';
import type { BoundPost, PostCode } from './post-code.js';

const DAY_MS = 86_400_000;
const CODE_BYTES = 48;

/** Issues a code as the TikTok app does: `#`, then base64 with its `+`, `/` and `=`. */
export function issueCode(world: World, { id, username }: Video, days: number): PostCode {
  const now = world.clock.now();
  return world.business.tables.postCodes.add({
    id: `#${randomBytes(CODE_BYTES).toString('base64')}=`,
    videoId: id,
    username,
    startsAt: now,
    endsAt: now + days * DAY_MS,
    isRevoked: false,
  });
}

export function revokeCode(world: World, code: PostCode): void {
  code.isRevoked = true;
  for (const post of world.business.tables.boundPosts.all())
    if (post.code === code.id) refreshDelivery(world, post.advertiserId);
}

/** Stops the delivery of ads with a post when its code ends. */
export function awaitEndOfCode(world: World, { code, advertiserId }: BoundPost): void {
  const endsAt = world.business.tables.postCodes.get(code)?.endsAt;
  if (endsAt === undefined || endsAt <= world.clock.now()) return;
  world.clock.after(endsAt - world.clock.now(), () => refreshDelivery(world, advertiserId));
}
