import type { Capability } from '../../integrations/index.js';

export const SYNC_KINDS = ['profile', 'videos', 'comments', 'messages', 'ads', 'ad_comments'] as const;
/** The kind of data that a run fetches. */
export type SyncKind = (typeof SYNC_KINDS)[number];

/** The capability that a run needs. */
export const NEEDED_CAPABILITY: Record<SyncKind, Capability> = {
  profile: 'profile',
  videos: 'list_videos',
  comments: 'read_comments',
  messages: 'read_messages',
  ads: 'ads',
  ad_comments: 'ads',
};
