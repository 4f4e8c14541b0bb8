import type { OutgoingMessage } from '../../tiktok/index.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import type { DirectMessageFact } from '../direct/direct-message.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import { isSameText } from '../replies/same-text.js';

// TikTok's clock and ours differ a little.
const EARLIER_MS = 60_000;

/**
 * Finds the message that a call with a lost answer has created: of the account, with the same content, nearest to its time.
 * Pure.
 */
export function matchOf(
  messages: readonly DirectMessageFact[],
  { message, sentAt }: { message: OutgoingMessage; sentAt: Date },
  taken: ReadonlySet<string>,
): DirectMessageFact | undefined {
  const distance = ({ at }: DirectMessageFact) => Math.abs(at.getTime() - sentAt.getTime());
  return (
    messages
      .filter((one) => one.direction === 'out' && one.autoType === null && !taken.has(one.messageId))
      // A message of the app or the web has another author, even if it has the same words.
      .filter((one) => one.source === null || one.source === 'API')
      .filter((one) => one.at.getTime() >= sentAt.getTime() - EARLIER_MS && isSame(one, message))
      .toSorted((one, other) => distance(one) - distance(other))[0]
  );
}

function isSame(fact: DirectMessageFact, message: OutgoingMessage): boolean {
  switch (message.message_type) {
    case 'TEXT':
      return fact.type === 'text' && isSameText(fact.text ?? '', message.text.body);
    case 'IMAGE':
      // TikTok may show a picture by another id than the one it was sent with.
      return fact.type === 'image';
    case 'SHARE_POST':
      return (
        fact.type === 'share_post' &&
        (fact.videoId ?? message.share_post.item_id) === message.share_post.item_id
      );
    case 'TEMPLATE':
      return fact.type === 'template' && fact.card?.title === message.template.title;
  }
}

/** What was sent, as a message of the inbox. TikTok's echo names its time. */
export function sentFact(outgoing: Outgoing, message: OutgoingMessage, id: string): MessageFact {
  const text = message.message_type === 'TEXT' ? message.text.body : null;
  return messageFact({
    kind: 'message',
    id,
    source: 'reply',
    at: outgoing.sentAt ?? outgoing.createdAt,
    threadKey: outgoing.targetId,
    type: message.message_type.toLowerCase(),
    text,
    isOwn: true,
    content: { ...contentOf(message), source: 'API' },
  });
}

function contentOf(message: OutgoingMessage): Record<string, unknown> {
  switch (message.message_type) {
    case 'TEXT': {
      const quoted = message.referenced_message_info?.referenced_message_id;
      return quoted === undefined ? {} : { quotedMessageId: quoted };
    }
    case 'IMAGE':
      return { mediaId: message.image.media_id };
    case 'SHARE_POST':
      return { videoId: message.share_post.item_id };
    case 'TEMPLATE': {
      const { type, title, buttons } = message.template;
      return {
        card: {
          type: type.toLowerCase(),
          title,
          buttons: buttons.map(({ id, title: text }) => ({ id, title: text })),
        },
      };
    }
  }
}
