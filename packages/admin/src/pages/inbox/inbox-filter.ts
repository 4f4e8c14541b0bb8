import type { CrmConversationView } from 'tiktok-connector-client';

export const STATUSES = ['open', 'pending', 'closed'] as const;
export const ASSIGNMENTS = ['mine', 'unassigned'] as const;
export const KINDS = ['comment', 'ad_comment', 'message'] as const;

/** What the list shows. It is part of the address, so that a reload and a link keep it. */
export interface InboxFilter {
  /** `all` shows every status; without it, open conversations are shown. */
  status?: (typeof STATUSES)[number] | 'all';
  unread?: boolean;
  /** Whose conversations are shown; without it, those of all users and of none. */
  assigned?: (typeof ASSIGNMENTS)[number];
  account?: string;
  kind?: (typeof KINDS)[number];
  q?: string;
}

/** Reads the filter of an address. What it does not know is left out. */
export function readFilter(search: Record<string, unknown>): InboxFilter {
  const { status, unread, assigned, mine, account, kind, q } = search;
  const knownStatus = [...STATUSES, 'all' as const].find((one) => one === status);
  // Links of an older version have `mine`.
  const knownAssignment = mine === true ? 'mine' : ASSIGNMENTS.find((one) => one === assigned);
  const knownKind = KINDS.find((one) => one === kind);
  return {
    ...(knownStatus && knownStatus !== 'open' && { status: knownStatus }),
    ...(unread === true && { unread }),
    ...(knownAssignment && { assigned: knownAssignment }),
    ...(typeof account === 'string' && account !== '' && { account }),
    ...(knownKind && { kind: knownKind }),
    ...(q !== undefined && String(q) !== '' && { q: String(q) }),
  };
}

/** The filter as the API takes it. */
export function toQuery(filter: InboxFilter, userId: string) {
  const { status = 'open', unread, assigned, account, kind, q } = filter;
  return {
    ...(status !== 'all' && { status }),
    ...(unread && { unread }),
    ...(assigned === 'mine' && { assignee: userId }),
    ...(assigned === 'unassigned' && { assigned: false }),
    ...(account !== undefined && { integrationId: account }),
    ...(kind !== undefined && { kind }),
    ...(q !== undefined && { q }),
  };
}

export type InboxQuery = ReturnType<typeof toQuery>;

/**
 * Decides whether a changed conversation belongs to a list. One that a user has just read stays among the unread ones, so that
 * the list does not move while they work through it.
 * @param isListed true if the list already shows it
 */
export function belongs(conversation: CrmConversationView, query: InboxQuery, isListed: boolean): boolean {
  if (query.status !== undefined && conversation.status !== query.status) return false;
  if (query.assignee !== undefined && conversation.assignee !== query.assignee) return false;
  if (query.assigned === false && conversation.assignee !== null) return false;
  if (query.integrationId !== undefined && conversation.integrationId !== query.integrationId) return false;
  if (query.kind !== undefined && conversation.kind !== query.kind) return false;
  if (isListed) return true;
  if (query.unread && conversation.unreadCount === 0) return false;
  // Only the service can search texts.
  return query.q === undefined;
}
