import { describe, expect, it } from '@jest/globals';
import { readCommentEvent } from './comment-event.js';

const content = {
  comment_id: '7602997517160123666',
  video_id: '7602997517160123000',
  parent_comment_id: 0,
  comment_type: 'comment',
  comment_action: 'insert',
  unique_identifier: 'viewer-1',
  timestamp: 1763800000123,
  text: 'nice 👍',
};

describe('readCommentEvent', () => {
  it('takes a top comment for the root of its own thread', () => {
    expect(readCommentEvent(content)).toEqual({
      commentId: '7602997517160123666',
      videoId: '7602997517160123000',
      rootCommentId: '7602997517160123666',
      authorId: 'viewer-1',
      text: 'nice 👍',
      visibility: 'public',
      at: new Date(1763800000123),
    });
  });

  it('puts a reply under its parent', () => {
    expect(readCommentEvent({ ...content, parent_comment_id: '7602997517160120001' })?.rootCommentId).toBe(
      '7602997517160120001',
    );
  });

  it('knows when the text was not sent along', () => {
    expect(readCommentEvent({ ...content, text: undefined })?.text).toBeNull();
  });

  it.each([
    { ...content, comment_id: undefined },
    { ...content, video_id: 'x' },
    { ...content, comment_action: 'something_new' },
    { ...content, timestamp: 'yesterday' },
    {},
  ])('refuses %j', (broken) => expect(readCommentEvent(broken)).toBeUndefined());
});
