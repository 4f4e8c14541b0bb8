import { describe, expect, it } from '@jest/globals';
import { readCommentEvent } from './comment-event.js';

const AT = 1_763_800_000_123;
const EVENT_TIME = new Date(1_763_800_001_000);
const content = {
  comment_id: '7602997517160123666',
  video_id: '7602997517160123000',
  parent_comment_id: 0,
  comment_type: 'comment',
  comment_action: 'insert',
  unique_identifier: 'viewer-1',
  timestamp: AT,
  text: 'nice 👍',
};
const read = (over: object) => readCommentEvent({ ...content, ...over }, EVENT_TIME);

describe('readCommentEvent', () => {
  it('reads a comment at the top level', () => {
    expect(read({})).toMatchObject({
      kind: 'comment',
      id: '7602997517160123666',
      videoId: '7602997517160123000',
      type: 'comment',
      parentId: null,
      author: { key: 'viewer-1', name: null },
      text: 'nice 👍',
      visibility: 'public',
      at: new Date(AT),
      sentAt: new Date(AT),
      toldAt: EVENT_TIME,
    });
  });

  it('reads a reply with its parent', () => {
    const parent = '7602997517160120001';
    expect(read({ comment_type: 'reply', parent_comment_id: parent })).toMatchObject({
      type: 'reply',
      parentId: parent,
    });
  });

  it.each([0, '7602997517160120001', undefined])('decides by the type, not by the parent %j', (parent) => {
    expect(read({ parent_comment_id: parent })).toMatchObject({ type: 'comment', parentId: null });
    expect(read({ comment_type: 'reply', parent_comment_id: parent })).toMatchObject({ type: 'reply' });
  });

  it('decides by the parent if the type is unknown', () => {
    expect(read({ comment_type: undefined })).toMatchObject({ type: 'comment' });
    expect(read({ comment_type: 'thread', parent_comment_id: '8' })).toMatchObject({
      type: 'reply',
      parentId: '8',
    });
  });

  it.each(['delete', 'set_to_hidden'])(
    'does not read the time of a %s as the time of the comment',
    (action) => {
      expect(read({ comment_action: action })).toMatchObject({ at: new Date(AT), sentAt: null });
    },
  );

  it('reads a missing text as null', () => {
    expect(read({ text: undefined })?.text).toBeNull();
  });

  it.each([[String(AT)], [AT / 1000], [String(Math.floor(AT / 1000))]])('reads the time %j', (timestamp) => {
    const at = read({ timestamp })?.at.getTime() ?? 0;
    expect(Math.floor(at / 1000)).toBe(Math.floor(AT / 1000));
  });

  it.each([
    [undefined],
    [null],
    [''],
    ['yesterday'],
    [0],
    [-1],
    [9e15],
    [EVENT_TIME.getTime() * 2],
    [Number.NaN],
  ])('uses the time of the event for %j', (timestamp) => expect(read({ timestamp })?.at).toEqual(EVENT_TIME));

  it.each([['something_new'], [undefined], [7], ['']])('keeps a comment with the action %j', (action) => {
    expect(read({ comment_action: action })).toMatchObject({ text: 'nice 👍', visibility: 'unknown' });
  });

  it.each([[undefined], [null], [0], ['0'], ['x'], [-5], [{}]])('rejects the id %j', (id) => {
    expect(read({ comment_id: id })).toBeUndefined();
    expect(read({ video_id: id })).toBeUndefined();
  });
});
