import type { EndReason } from '../post/post-refused.error.js';
import type { Publication } from '../post/publication.entity.js';

/** What the journal proves about a publication. */
export type Reach =
  | 'nothing_begun'
  /** Init was sent, and no answer was saved. */
  | 'perhaps_begun'
  /** The last chunk was not sent: TikTok cannot have the whole file. */
  | 'incomplete'
  /** The last chunk was sent, and may have arrived. */
  | 'perhaps_complete'
  | 'transferred'
  | 'posted';

type Journalled = Pick<Publication, 'status' | 'initSentAt' | 'tiktokPublishId' | 'lastChunkSentAt'>;

/** How far it has certainly come, and how far it may have. */
export function reachOf({ status, initSentAt, tiktokPublishId, lastChunkSentAt }: Journalled): Reach {
  if (status === 'processing') return 'transferred';
  if (status !== 'publishing') return 'posted';
  if (!tiktokPublishId) return initSentAt ? 'perhaps_begun' : 'nothing_begun';
  return lastChunkSentAt ? 'perhaps_complete' : 'incomplete';
}

/** What becomes of a publication with which this service cannot go on. */
export type Verdict =
  | { kind: 'end'; status: 'failed' | 'unknown'; reason: EndReason }
  /** TikTok is asked what it has made of it. */
  | { kind: 'ask' }
  /** There is nothing left to ask for, and nothing to take back. */
  | { kind: 'rest' };

/** "Failed" is said only where TikTok certainly has nothing that it could post: people believe it and post again. */
export function verdictOn(reach: Reach, reason: EndReason): Verdict {
  switch (reach) {
    case 'nothing_begun':
      return { kind: 'end', status: 'failed', reason };
    case 'perhaps_begun':
      return { kind: 'end', status: 'unknown', reason: { code: 'init_outcome_unknown' } };
    case 'incomplete': {
      const unreachable = reason.code === 'tiktok_unreachable';
      return {
        kind: 'end',
        status: 'failed',
        reason: unreachable ? { code: 'transfer_incomplete' } : reason,
      };
    }
    case 'perhaps_complete':
      return { kind: 'ask' };
    case 'transferred':
      return { kind: 'end', status: 'unknown', reason };
    case 'posted':
      return { kind: 'rest' };
  }
}
