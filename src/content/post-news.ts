import type { PostStatus } from '../tiktok/index.js';
import type { PostNews } from './publication-reducer.js';

/** A status answer as news. Ids may come as numbers: short ones were not turned into text by the parser. */
export function newsOfStatus(answer: PostStatus): PostNews {
  const postIds = (answer.publicaly_available_post_id ?? []).map(String);
  switch (answer.status) {
    case 'PUBLISH_COMPLETE':
      return { kind: 'complete', postIds };
    case 'SEND_TO_USER_INBOX':
      return { kind: 'in_inbox' };
    case 'FAILED':
      return { kind: 'failed', reason: answer.fail_reason ?? 'unknown' };
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
 */
export function newsOfEvent(event: string, content: Record<string, unknown>): PostNews | undefined {
  const postIds = content.post_id === undefined ? [] : [String(content.post_id)];
  switch (event) {
    case 'post.publish.complete':
      return { kind: 'complete', postIds: [] };
    case 'post.publish.inbox_delivered':
      return { kind: 'in_inbox' };
    case 'post.publish.failed':
      return { kind: 'failed', reason: String(content.reason ?? 'unknown') };
    case 'post.publish.publicly_available':
    case 'post.publish.publicaly_available':
      return { kind: 'public', postIds };
    case 'post.publish.no_longer_publicaly_available':
    case 'post.publish.no_longer_publicly_available':
      return { kind: 'no_longer_public', postIds };
    default:
      return undefined;
  }
}
