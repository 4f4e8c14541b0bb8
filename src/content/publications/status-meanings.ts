import type { PublicationStatus } from '../post/publication.entity.js';

/** What people see behind each status. */
export const STATUS_MEANINGS: Record<PublicationStatus, string> = {
  awaiting_upload: 'The files have not all been uploaded yet.',
  ready: 'Everything is here. It goes when somebody publishes it.',
  scheduled: 'It waits for its time, or for room within TikTok’s limits.',
  publishing: 'It is on its way to TikTok.',
  processing: 'TikTok has it and is processing it, which may take minutes.',
  published:
    'TikTok has finished it. It is not public, or not yet: TikTok’s moderation looks at public posts first, usually for less than a minute and sometimes for hours, and gives the post id only afterwards.',
  public: 'Everybody can see it on TikTok.',
  in_inbox:
    'The draft is in the inbox of the creator’s TikTok app, where the creator finishes it and posts it.',
  failed: 'Nothing was posted.',
  unknown:
    'Nobody can tell yet whether TikTok has posted it, and it is not sent again by itself. Look at the account.',
  cancelled: 'It was cancelled. Nothing was posted.',
  removed: 'It was public, and is no longer: deleted, made private or taken down.',
};
