import { TryLaterError } from '../../jobs/index.js';
import type { PostStatus } from '../../tiktok/index.js';
import type { PostNews } from '../post/publication-reducer.js';

/** @throws TryLaterError for an answer that tells nothing: it must not be taken for news */
export function checkedStatus(answer: PostStatus): PostStatus {
  if (typeof answer.status === 'string' && answer.status) return answer;
  throw new TryLaterError('TikTok answered a status call without a status');
}

/** Whether TikTok has all bytes of a post. */
export function hasEverything(answer: PostStatus, sizeBytes: number | null): boolean {
  const { status, uploaded_bytes: uploaded } = answer;
  return status !== 'PROCESSING_UPLOAD' || (uploaded !== undefined && uploaded === sizeBytes);
}

/** A status answer as news. Ids may come as numbers: short ones were not turned into text by the parser. */
export function newsOfStatus(answer: PostStatus): PostNews {
  switch (answer.status) {
    case 'PUBLISH_COMPLETE':
      return { kind: 'complete', postIds: idsIn(answer.publicaly_available_post_id) };
    case 'SEND_TO_USER_INBOX':
      return { kind: 'in_inbox' };
    case 'FAILED':
      return { kind: 'failed', reason: reasonIn(answer.fail_reason) };
    case 'PROCESSING_UPLOAD':
    case 'PROCESSING_DOWNLOAD':
      return { kind: 'processing' };
    default:
      // A status TikTok has added meanwhile: not an end that we know of.
      return { kind: 'processing' };
  }
}

/**
 * A webhook event as news, or undefined when it is none of a post. Both of TikTok's spellings of "publicly" occur.
 * @param content already parsed
 * @param at when it happened
 */
export function newsOfEvent(event: string, content: Record<string, unknown>, at: Date): PostNews | undefined {
  const postIds = idsIn(content.post_id);
  switch (event) {
    case 'post.publish.complete':
      return { kind: 'complete', postIds: [] };
    case 'post.publish.inbox_delivered':
      return { kind: 'in_inbox' };
    case 'post.publish.failed':
      return { kind: 'failed', reason: reasonIn(content.reason) };
    case 'post.publish.publicly_available':
    case 'post.publish.publicaly_available':
      return { kind: 'public', postIds, at };
    case 'post.publish.no_longer_publicaly_available':
    case 'post.publish.no_longer_publicly_available':
      return { kind: 'no_longer_public', postIds, at };
    default:
      return undefined;
  }
}

function idsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map(String).filter((id) => /^\d+$/.test(id));
}

function reasonIn(value: unknown): string {
  const reason = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return reason || 'unknown';
}
