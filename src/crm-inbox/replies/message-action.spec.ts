import { describe, expect, it } from '@jest/globals';
import { TikTokApiError, TikTokNetworkError } from '../../tiktok/index.js';
import { actionError, checkAction, isDone, isGone, MESSAGE_ACTIONS } from './message-action.js';

const viewers = { visibility: 'public', kind: 'comment' } as const;

describe('checkAction', () => {
  it.each(MESSAGE_ACTIONS.filter((one) => one !== 'delete'))(
    'allows %s on the comment of a viewer',
    (action) => {
      expect(() => checkAction(action, viewers)).not.toThrow();
      expect(() => checkAction(action, { ...viewers, visibility: 'deleted' })).toThrow('was deleted');
    },
  );

  it('allows the deletion of a deleted comment', () => {
    expect(() => checkAction('delete', { ...viewers, visibility: 'deleted' })).not.toThrow();
  });

  it('refuses direct messages', () => {
    expect(() => checkAction('like', { ...viewers, kind: 'message' })).toThrow('Only comments');
  });
});

describe('isDone', () => {
  it.each([
    ['hide', { status: 'HIDDEN' }, true],
    ['hide', { status: 'PUBLIC' }, false],
    ['unhide', { status: 'PUBLIC' }, true],
    ['like', { liked: true }, true],
    ['unlike', { liked: true }, false],
    ['like', {}, undefined],
    ['delete', { status: 'PUBLIC' }, undefined],
  ] as const)('reads %s of %j as %s', (action, comment, done) => {
    expect(isDone(action, comment)).toBe(done);
  });
});

describe('actionError', () => {
  const origin = { family: 'business' as const, path: '/x', httpStatus: 200 };

  it('asks to repeat the call after a lost answer', () => {
    expect(actionError(new TikTokNetworkError('/x', true, new Error('reset')))).toMatchObject({
      code: 'tiktok_unavailable',
      status: 503,
    });
  });

  it("keeps TikTok's code, and knows a comment that is gone", () => {
    expect(actionError(new TikTokApiError('40002', 'no', origin))).toMatchObject({ code: '40002' });
    expect(isGone(new TikTokApiError('40007', 'no', origin))).toBe(true);
    expect(isGone(new TikTokApiError('40002', 'no', origin))).toBe(false);
  });
});
