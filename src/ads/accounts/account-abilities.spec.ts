import { describe, expect, it } from '@jest/globals';
import { TikTokApiError, TikTokNetworkError } from '../../tiktok/index.js';
import { commentsAbility, identitiesAbility, problemFrom, smartPlusAbility } from './account-abilities.js';

const CUSTOM = { identity_id: '1', identity_type: 'CUSTOMIZED_USER' };
const LINKED = { identity_id: '2', identity_type: 'TT_USER', available_status: 'AVAILABLE' };

describe('identitiesAbility', () => {
  it('counts linked accounts only, because ads of custom identities no longer run on TikTok', () => {
    expect(identitiesAbility({ value: [CUSTOM, LINKED] })).toMatchObject({ state: 'yes', count: 1 });
    expect(identitiesAbility({ value: [CUSTOM] })).toMatchObject({
      state: 'no',
      count: 0,
      problem: { code: 'no_identity' },
    });
  });

  it('counts no account that TikTok cannot use', () => {
    const lost = { ...LINKED, available_status: 'SCOPE_UNAVAILABLE' };
    expect(identitiesAbility({ value: [lost] }).state).toBe('no');
  });

  it('counts nothing without an answer', () => {
    const problem = { code: '40001', reason: 'r', fix: 'f' };
    expect(identitiesAbility({ problem })).toEqual({
      ability: 'identities',
      state: 'unknown',
      count: null,
      problem,
    });
  });
});

describe('smartPlusAbility', () => {
  it('is unknown until a write has shown it', () => {
    expect(smartPlusAbility(null)).toMatchObject({ state: 'unknown', problem: { code: 'not_tried_yet' } });
  });
});

describe('problemFrom', () => {
  it('keeps the code of a refusal', () => {
    const origin = { family: 'business' as const, path: '/pixel/list/', httpStatus: 200 };
    expect(problemFrom(new TikTokApiError('40125', 'no scope', origin))).toMatchObject({ code: '40125' });
  });

  it('asks to try again when TikTok does not answer', () => {
    const error = new TikTokNetworkError('/pixel/list/', true, new Error('silence'));
    expect(problemFrom(error).code).toBe('tiktok_unavailable');
  });

  it('does not hide a fault of ours', () => {
    expect(() => problemFrom(new TypeError('x'))).toThrow('x');
  });
});

describe('commentsAbility', () => {
  it.each([
    [true, 'yes', undefined],
    [false, 'no', 'ad_answer_not_granted'],
    [null, 'unknown', 'no_comment_yet'],
  ])('reads %s as %s', (canAnswer, state, code) => {
    const found = commentsAbility(canAnswer);
    expect([found.ability, found.state, found.problem?.code]).toEqual(['answer_comments', state, code]);
  });
});
