import type { UnreadCountsQuery } from './dto/conversations.query.js';
import type { UnreadCountsView } from './dto/unread-counts.view.js';
import type { ConversationStatus } from '../conversation.entity.js';
import type { ConversationKind } from '../facts/message-fact.js';

/** How many unread conversations have the same values. */
export interface UnreadGroup {
  status: ConversationStatus;
  kind: ConversationKind;
  integrationId: string;
  assignee: string | null;
  count: number;
}

type Filter = Pick<UnreadCountsQuery, 'status' | 'kind' | 'integrationId' | 'assignee' | 'assigned'>;
type Test = (group: UnreadGroup) => boolean;

/**
 * Counts for each value of a filter what it would show: conversations that match the other filters and have this value.
 * @param userId the calling user
 */
export function countUnread(
  groups: readonly UnreadGroup[],
  filter: Filter,
  userId: string,
): Omit<UnreadCountsView, 'isComplete'> {
  const tests: Test[] = [
    ({ status }) => filter.status === undefined || status === filter.status,
    ({ kind }) => filter.kind === undefined || kind === filter.kind,
    ({ integrationId }) => filter.integrationId === undefined || integrationId === filter.integrationId,
    ({ assignee }) =>
      (filter.assignee === undefined || assignee === filter.assignee) &&
      (filter.assigned === undefined || (assignee !== null) === filter.assigned),
  ];
  const [ofStatus, ofKind, ofAccount, ofAssignment] = tests.map((_, left) =>
    groups.filter((group) => tests.every((test, index) => index === left || test(group))),
  ) as [UnreadGroup[], UnreadGroup[], UnreadGroup[], UnreadGroup[]];
  const status = (wanted: ConversationStatus) => sum(ofStatus, (group) => group.status === wanted);
  const kind = (wanted: ConversationKind) => sum(ofKind, (group) => group.kind === wanted);
  return {
    total: sum(groups, (group) => tests.every((test) => test(group))),
    byStatus: { open: status('open'), pending: status('pending'), closed: status('closed') },
    byKind: { comment: kind('comment'), ad_comment: kind('ad_comment'), message: kind('message') },
    byAccount: accountsOf(ofAccount),
    byAssignment: {
      mine: sum(ofAssignment, ({ assignee }) => assignee === userId),
      unassigned: sum(ofAssignment, ({ assignee }) => assignee === null),
    },
  };
}

function accountsOf(groups: readonly UnreadGroup[]): UnreadCountsView['byAccount'] {
  const counts = new Map<string, number>();
  for (const { integrationId, count } of groups)
    counts.set(integrationId, (counts.get(integrationId) ?? 0) + count);
  return [...counts].map(([integrationId, count]) => ({ integrationId, count }));
}

function sum(groups: readonly UnreadGroup[], test: Test): number {
  return groups.reduce((total, group) => (test(group) ? total + group.count : total), 0);
}
