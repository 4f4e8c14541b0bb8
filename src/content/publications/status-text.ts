import type { PublicationStatus } from '../post/publication.entity.js';

/** Explains each status to users. */
export const STATUS_TEXT: Record<PublicationStatus, string> = {
  awaiting_upload: 'Waiting for uploads.',
  ready: 'All files are uploaded. Ready to publish.',
  scheduled: 'Waiting for its time, or for quota at TikTok.',
  publishing: 'Being sent to TikTok.',
  processing: 'TikTok is processing the post. This can take minutes.',
  published:
    'Published on TikTok, but not public, or not yet. TikTok’s moderation reviews public posts first, usually in less than a minute and sometimes for hours. The post id is available afterwards.',
  public: 'Public on TikTok.',
  in_inbox: 'The draft is in the inbox of the creator’s TikTok app. The creator finishes and posts it there.',
  failed: 'Failed. Nothing was posted.',
  unknown:
    'We don’t know yet whether TikTok published this. We won’t retry automatically. Check the account.',
  cancelled: 'Cancelled. Nothing was posted.',
  removed: 'No longer public: deleted, made private or taken down.',
};
