import { OutgoingView } from './outgoing.view.js';

export const REPLY_WARNINGS = ['similar_replies'] as const;
export type ReplyWarning = (typeof REPLY_WARNINGS)[number];

export class QueuedReplyView extends OutgoingView {
  /**
   * What the user should know. `similar_replies`: the account has sent this text several times within the last hour, and TikTok
   * may show further ones only to their author.
   */
  warnings: ReplyWarning[];
}
