import { describe, expect, it } from '@jest/globals';
import type { CrmMessageView, OutgoingView, TimelineEventView } from 'tiktok-connector-client';
import { entriesOf } from './conversation-entries.js';

describe('entriesOf', () => {
  it('orders messages, events and replies by time', () => {
    const entries = entriesOf([message('b', 3), message('a', 1)], [event('hidden', 2)], [reply('r', 4)]);

    expect(entries.map(({ id }) => id)).toEqual(['a', 'hidden', 'b', 'r']);
  });

  it('omits events that are older than the loaded messages', () => {
    const entries = entriesOf([message('b', 3)], [event('old', 2), event('new', 4)], []);

    expect(entries.map(({ id }) => id)).toEqual(['b', 'new']);
  });
});

const time = (minute: number) => new Date(minute * 60_000).toISOString();

function message(id: string, minute: number): CrmMessageView {
  return {
    id,
    tiktokId: id,
    parentTiktokId: null,
    type: 'comment',
    direction: 'in',
    author: { contactId: null, name: null, username: null, picture: null },
    text: id,
    imageUrl: null,
    media: null,
    content: null,
    likes: null,
    replies: null,
    liked: null,
    pinned: null,
    visibility: 'public',
    source: 'poll',
    sentAt: time(minute),
    unread: false,
    readAt: null,
    erasedAt: null,
  };
}

function event(id: string, minute: number): TimelineEventView {
  return { id, type: 'hidden', at: time(minute), actor: null, messageId: null, details: {} };
}

function reply(id: string, minute: number): OutgoingView {
  return {
    id,
    conversationId: 'c',
    messageId: null,
    kind: 'comment_reply',
    text: id,
    status: 'queued',
    statusText: '',
    action: 'wait',
    commentId: null,
    reach: null,
    failCode: null,
    createdBy: 'kim',
    createdAt: time(minute),
    sentAt: null,
    settledAt: null,
  };
}
