import type { AccountEventType } from '../../tiktok/index.js';

/** Families of webhooks whose changes the service also finds automatically. */
export const WATCHED_FAMILIES = ['comments', 'messages', 'posts'] as const;
export type WatchedFamily = (typeof WATCHED_FAMILIES)[number];

interface FamilyFacts {
  /** A prefix of the names of its events. */
  events: string;
  /** TikTok's name of the family for Business accounts. */
  eventType: AccountEventType;
}

export const FAMILY_FACTS: Record<WatchedFamily, FamilyFacts> = {
  comments: { events: 'comment.', eventType: 'COMMENT' },
  messages: { events: 'im_', eventType: 'DIRECT_MESSAGE' },
  posts: { events: 'post.publish.', eventType: 'VIDEO' },
};
