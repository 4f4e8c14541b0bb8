import { describe, expect, it } from '@jest/globals';
import { countUnread, type UnreadGroup } from './unread-counts.js';

const [SHOP, BLOG] = ['shop', 'blog'];

function group(count: number, change: Partial<UnreadGroup> = {}): UnreadGroup {
  return { status: 'open', kind: 'comment', integrationId: SHOP, assignee: null, count, ...change };
}

const GROUPS = [
  group(1),
  group(2, { kind: 'message', assignee: 'anna' }),
  group(4, { status: 'closed', integrationId: BLOG }),
  group(8, { status: 'pending', kind: 'ad_comment', assignee: 'ben' }),
];

describe('countUnread', () => {
  it('counts each value without a filter', () => {
    expect(countUnread(GROUPS, {}, 'anna')).toEqual({
      total: 15,
      byStatus: { open: 3, pending: 8, closed: 4 },
      byKind: { comment: 5, ad_comment: 8, message: 2 },
      byAccount: [
        { integrationId: SHOP, count: 11 },
        { integrationId: BLOG, count: 4 },
      ],
      byAssignment: { mine: 2, unassigned: 5 },
    });
  });

  it('applies the other filters to the values of each filter', () => {
    expect(countUnread(GROUPS, { status: 'open', assigned: false }, 'anna')).toEqual({
      total: 1,
      byStatus: { open: 1, pending: 0, closed: 4 },
      byKind: { comment: 1, ad_comment: 0, message: 0 },
      byAccount: [{ integrationId: SHOP, count: 1 }],
      byAssignment: { mine: 2, unassigned: 1 },
    });
  });

  it('knows the conversations of another user, and those of any', () => {
    expect(countUnread(GROUPS, { assignee: 'ben' }, 'anna')).toMatchObject({
      total: 8,
      byAssignment: { mine: 2, unassigned: 5 },
    });
    expect(countUnread(GROUPS, { assigned: true, kind: 'message' }, 'anna')).toMatchObject({
      total: 2,
      byKind: { comment: 0, ad_comment: 8, message: 2 },
    });
  });

  it('counts nothing where nothing is unread', () => {
    expect(countUnread([], {}, 'anna')).toMatchObject({ total: 0, byAccount: [] });
  });
});
