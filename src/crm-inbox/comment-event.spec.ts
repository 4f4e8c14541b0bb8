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
  it('makes a top-level comment the root of its thread', () => {
    expect(read({})).toEqual({
      commentId: '7602997517160123666',
      videoId: '7602997517160123000',
      rootCommentId: '7602997517160123666',
      authorId: 'viewer-1',
      text: 'nice 👍',
      visibility: 'public',
      at: new Date(AT),
    });
  });

  it('puts a reply under its parent', () => {
    expect(read({ parent_comment_id: '7602997517160120001' })?.rootCommentId).toBe('7602997517160120001');
  });

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
