import type { Outgoing, OutgoingKind, OutgoingStatus } from '../outgoing.entity.js';
import { actionOf, statusText, type OutgoingAction } from '../status-text.js';

export class OutgoingView {
  /** @format uuid */
  id: string;

  /** @format uuid */
  conversationId: string;

  /**
   * The message that it answers. Null if the service does not have that message.
   * @format uuid
   */
  messageId: string | null;

  /** What was sent. */
  kind: OutgoingKind;

  /** As the user wrote it. Null for a direct message without a text. */
  text: string | null;

  /**
   * `queued`: it waits. `sent`: it is on its way. `confirmed`: TikTok has it. `unknown`: TikTok's answer was lost; the service
   * looks for the message, and does not send it again. `failed`: it was not posted.
   */
  status: OutgoingStatus;

  /** The same as a sentence to show to the user, with what to do. */
  statusText: string;

  /** What the user can do: `wait`, `retry`, or `check`, which is to look at TikTok before a retry. Null if nothing is left to do. */
  action: OutgoingAction | null;

  /**
   * TikTok's id of the comment or message, once it is known.
   * @example "7602997517160123666"
   */
  commentId: string | null;

  /** `limited`: TikTok shows it probably only to its author. Null if the service does not know. */
  reach: 'public' | 'limited' | null;

  /** Why it failed: TikTok's code, or one of this service. */
  failCode: string | null;

  /** The id of the user who wrote it. */
  createdBy: string;

  createdAt: Date;

  /** When it was sent. */
  sentAt: Date | null;

  /** When its outcome was known, or the search for it ended. */
  settledAt: Date | null;
}

export function toOutgoingView(row: Outgoing): OutgoingView {
  const { id, conversationId, messageId, kind, content, status, sentId, reach, failCode } = row;
  const { createdBy, createdAt, sentAt, settledAt } = row;
  return {
    id,
    conversationId,
    messageId,
    kind,
    text: content.text,
    status,
    statusText: statusText(row),
    action: actionOf(row),
    commentId: sentId,
    reach,
    failCode,
    createdBy,
    createdAt,
    sentAt,
    settledAt,
  };
}
