import { MessagingWindowView, toWindowView } from '../../window/dto/messaging-window.view.js';
import type { Reaction } from '../reactions.js';
import type { DirectThread } from '../direct-threads.js';
import type { MessagingWindow } from '../../window/messaging-window.js';

export class ReactionView {
  /**
   * TikTok's id of the message.
   * @example "7602997517160123666"
   */
  platformId: string;

  /** Whose reaction it is. */
  by: 'person' | 'account';

  /** The emoji, or the address of a drawn one. */
  emoji: string;

  at: Date;
}

export class DirectView {
  /** When you may write, as far as TikTok's rules are known. */
  window: MessagingWindowView;

  /** True while the person's request waits in the TikTok app. Answering accepts it. Null if TikTok has not said. */
  isRequest: boolean | null;

  /** The person has seen what the account sent until then. Null if TikTok has reported nothing. */
  readUntil: Date | null;

  /** The emojis on messages, oldest first. */
  reactions: ReactionView[];
}

export function toDirectView(
  window: MessagingWindow,
  thread: DirectThread | undefined,
  reactions: readonly Reaction[],
): DirectView {
  return {
    window: toWindowView(window),
    isRequest: thread?.isRequest ?? null,
    readUntil: thread?.readUntil ?? null,
    reactions: reactions.map(({ messageId, by, emoji, at }) => ({ platformId: messageId, by, emoji, at })),
  };
}
