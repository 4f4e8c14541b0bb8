import type { DirectMessage } from '../../tiktok/index.js';
import type { ReactionFact } from './direct-event.js';
import { textOf, timeOr } from './wire-fields.js';

/** The reactions of listed messages. */
export function listedReactions(
  conversationId: string,
  messages: readonly DirectMessage[],
  { businessId, readAt }: { businessId: string; readAt: Date },
): ReactionFact[] {
  return messages.flatMap(({ message_id: id, reactions }) =>
    (Array.isArray(reactions) ? reactions : []).flatMap((one): ReactionFact[] => {
      const messageId = textOf(id);
      const emoji = textOf(one.emoji) ?? textOf(one.ai_emoji_url);
      if (messageId === null || emoji === null) return [];
      const by = one.unique_identifier === businessId ? 'account' : 'person';
      return [{ conversationId, messageId, by, emoji, removed: false, at: timeOr(one.timestamp, readAt) }];
    }),
  );
}
