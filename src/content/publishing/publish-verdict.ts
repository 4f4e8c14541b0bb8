import { nextChunk } from './chunk-plan.js';
import type { EndReason } from './publication-journal.js';
import type { PublicationMedia } from '../publications/publication-media.entity.js';
import type { Publication } from '../publications/publication.entity.js';

/** What the journal proves about a publication. */
export type Reach =
  | 'nothing_begun'
  /** Init was sent, and no answer was saved. */
  | 'perhaps_begun'
  /** TikTok lacks more than the last chunk. */
  | 'incomplete'
  /** Nothing but the last chunk was missing, and that may have arrived. */
  | 'perhaps_complete'
  | 'transferred'
  | 'posted';

type Journalled = Pick<
  Publication,
  'status' | 'initSentAt' | 'tiktokPublishId' | 'chunkSize' | 'uploadedBytes'
> & { media: Pick<PublicationMedia, 'sizeBytes'>[] };

/** How far it has certainly come, and how far it may have. */
export function reachOf(publication: Journalled): Reach {
  const { status, initSentAt, tiktokPublishId, chunkSize, uploadedBytes } = publication;
  const sizeBytes = publication.media[0]?.sizeBytes;
  if (status === 'processing') return 'transferred';
  if (status !== 'publishing') return 'posted';
  if (!tiktokPublishId) return initSentAt ? 'perhaps_begun' : 'nothing_begun';
  if (!sizeBytes || !chunkSize) return 'perhaps_complete';
  const next = nextChunk(sizeBytes, chunkSize, uploadedBytes);
  return next && next.last < sizeBytes - 1 ? 'incomplete' : 'perhaps_complete';
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
