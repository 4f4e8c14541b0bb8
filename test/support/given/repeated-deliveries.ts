import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { delivery, signature } from './webhook-deliveries.js';

/** An event that a test delivers, possibly several times. */
export interface SentEvent {
  body: string;
  isComment: boolean;
}

const COMMENT_EVERY = 10;
const RETRY_AFTER_MS = 20;
const FIRST_ID = 7_600_000_000_000_000_000n;

/** Distinct events of an account. Every tenth is a new comment; the others change nothing. */
export function mixedEvents(count: number, openId: string): SentEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const isComment = index % COMMENT_EVERY === 0;
    const [event, content] = isComment
      ? ['comment.update', commentOf(index)]
      : ['video.once', { once: randomUUID() }];
    return { body: delivery({ event, user_openid: openId, content: JSON.stringify(content) }), isComment };
  });
}

function commentOf(index: number): object {
  return {
    comment_id: (FIRST_ID + BigInt(index)).toString(),
    video_id: '7600000000000000002',
    parent_comment_id: 0,
    comment_type: 'comment',
    comment_action: 'insert',
    unique_identifier: `person-${index % 7}`,
    text: `comment ${index}`,
    timestamp: Date.now(),
  };
}

interface Sending {
  connections: number;
  /** The processes at this moment; each delivery goes to one of them, in turn. */
  urls: () => readonly string[];
  onAck: () => void;
}

/** Delivers as TikTok does: whatever is not answered with exactly 200 is sent again. */
export async function deliverUntilAcknowledged(
  sends: readonly SentEvent[],
  { connections, urls, onAck }: Sending,
): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < sends.length) {
      const index = next;
      next += 1;
      for (
        let attempt = 0;
        !(await isAcknowledged(sends[index]?.body ?? '', urls(), index + attempt));
        attempt += 1
      )
        await sleep(RETRY_AFTER_MS);
      onAck();
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
}

async function isAcknowledged(body: string, urls: readonly string[], turn: number): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'tiktok-signature': signature(body) };
  try {
    const url = `${urls[turn % urls.length] ?? ''}/connect/webhook/tiktok`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    await answer.text();
    return answer.status === 200;
  } catch {
    // The process was killed.
    return false;
  }
}
