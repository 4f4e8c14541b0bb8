import { describe, expect, it } from '@jest/globals';
import type { CrmConversationView } from 'tiktok-connector-client';
import { belongs } from './inbox-filter.js';
import { placeConversation } from './listed-conversations.js';

describe('placeConversation', () => {
  it('moves a conversation with a new message to the top', () => {
    const list = pages(['a', 9], ['b', 8], ['c', 7]);

    expect(ids(placeConversation(list, conversation('c', 10), true))).toEqual(['c', 'a', 'b']);
  });

  it('keeps the place of one that changed otherwise', () => {
    const list = pages(['a', 9], ['b', 8], ['c', 7]);
    const placed = placeConversation(list, { ...conversation('b', 8), assignee: 'kim' }, true);

    expect(ids(placed)).toEqual(['a', 'b', 'c']);
    expect(placed.pages[0]?.items[1]?.assignee).toBe('kim');
  });

  it('removes one that the filter excludes', () => {
    expect(ids(placeConversation(pages(['a', 9], ['b', 8]), conversation('a', 9), false))).toEqual(['b']);
  });

  it('appends the oldest one only if all pages are loaded', () => {
    const loaded = pages(['a', 9]);
    const open = { ...loaded, pages: loaded.pages.map((page) => ({ ...page, nextCursor: 'more' })) };

    expect(ids(placeConversation(loaded, conversation('z', 1), true))).toEqual(['a', 'z']);
    expect(ids(placeConversation(open, conversation('z', 1), true))).toEqual(['a']);
  });
});

describe('belongs', () => {
  it('keeps a read conversation in the list of unread ones, and adds no read one to it', () => {
    expect(belongs(conversation('a', 9), { unread: true }, true)).toBe(true);
    expect(belongs(conversation('a', 9), { unread: true }, false)).toBe(false);
  });

  it('excludes a closed conversation from the open ones', () => {
    expect(belongs({ ...conversation('a', 9), status: 'closed' }, { status: 'open' }, true)).toBe(false);
  });

  it('leaves a search to the service', () => {
    expect(belongs(conversation('a', 9), { q: 'price' }, false)).toBe(false);
  });
});

function pages(...items: [id: string, minute: number][]) {
  return {
    pages: [{ items: items.map(([id, minute]) => conversation(id, minute)) }],
    pageParams: [undefined],
  };
}

function ids(list: { pages: { items: CrmConversationView[] }[] }): string[] {
  return list.pages.flatMap(({ items }) => items.map(({ id }) => id));
}

function conversation(id: string, minute: number): CrmConversationView {
  return {
    id,
    integrationId: 'account',
    kind: 'comment',
    ad: null,
    videoId: '7602997517160123666',
    rootCommentId: null,
    status: 'open',
    assignee: null,
    unreadCount: 0,
    lastReadAt: null,
    contact: null,
    lastMessageAt: new Date(minute * 60_000).toISOString(),
    lastMessageText: null,
    lastMessageDirection: 'in',
    lastInboundAt: null,
    lastOutboundAt: null,
  };
}
