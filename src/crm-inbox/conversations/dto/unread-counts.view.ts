import type { ConversationStatus } from '../../conversation.entity.js';
import type { ConversationKind } from '../../facts/message-fact.js';

export class StatusCountsView implements Record<ConversationStatus, number> {
  open: number;

  pending: number;

  closed: number;
}

export class KindCountsView implements Record<ConversationKind, number> {
  comment: number;

  ad_comment: number;

  message: number;
}

export class AccountCountView {
  /** @format uuid */
  integrationId: string;

  count: number;
}

export class AssignmentCountsView {
  /** Of the calling user. */
  mine: number;

  /** Of no user. */
  unassigned: number;
}

/** How many conversations with unread messages each filter would show, with the other filters as they are. */
export class UnreadCountsView {
  /** With all filters of the call. */
  total: number;

  byStatus: StatusCountsView;

  byKind: KindCountsView;

  /** An account without unread messages is absent. */
  byAccount: AccountCountView[];

  byAssignment: AssignmentCountsView;

  /** False: only the newest 10,000 unread conversations were counted, so that each count is the least. */
  isComplete: boolean;
}
