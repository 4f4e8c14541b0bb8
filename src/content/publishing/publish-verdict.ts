import type { EndReason } from '../post/post-refused.error.js';
import type { Publication } from '../post/publication.entity.js';

/** How far the journal proves that a publication has come. */
export type Reach =
  | 'not_started'
  /** Init was sent, but no answer was saved. */
  | 'maybe_started'
  /** The last chunk was not sent, so TikTok cannot have the whole file. */
  | 'incomplete'
  /** The last chunk was sent and may have arrived. */
  | 'maybe_complete'
  | 'transferred'
  | 'posted';

type Journalled = Pick<Publication, 'status' | 'initSentAt' | 'tiktokPublishId' | 'lastChunkSentAt'>;

/** Reads a publication's reach from its journal. */
export function reachOf({ status, initSentAt, tiktokPublishId, lastChunkSentAt }: Journalled): Reach {
  if (status === 'processing') return 'transferred';
  if (status !== 'publishing') return 'posted';
  if (!tiktokPublishId) return initSentAt ? 'maybe_started' : 'not_started';
  return lastChunkSentAt ? 'maybe_complete' : 'incomplete';
}

/** What to do with a publication that cannot continue. */
export type Verdict =
  | { kind: 'end'; status: 'failed' | 'unknown'; reason: EndReason }
  /** Poll TikTok for the outcome. */
  | { kind: 'ask' }
  /** Nothing is left to ask or to undo. */
  | { kind: 'rest' };

/** Returns "failed" only if TikTok certainly cannot post it: users trust that verdict and publish again. */
export function verdictOn(reach: Reach, reason: EndReason): Verdict {
  switch (reach) {
    case 'not_started':
      return { kind: 'end', status: 'failed', reason };
    case 'maybe_started':
      return { kind: 'end', status: 'unknown', reason: { code: 'init_outcome_unknown' } };
    case 'incomplete': {
      const unreachable = reason.code === 'tiktok_unreachable';
      return {
        kind: 'end',
        status: 'failed',
        reason: unreachable ? { code: 'transfer_incomplete' } : reason,
      };
    }
    case 'maybe_complete':
      return { kind: 'ask' };
    case 'transferred':
      return { kind: 'end', status: 'unknown', reason };
    case 'posted':
      return { kind: 'rest' };
  }
}
