import { describe, expect, it } from '@jest/globals';
import { readListedAdComment } from './listed-ad-comment.js';

const READ_AT = new Date('2026-11-28T10:00:00Z');
const GROUP = { accountId: '7400000000000000002', id: '1800000000000000001', name: 'Copy', campaignId: '17' };
const read = (comment: unknown) =>
  readListedAdComment(comment, { group: GROUP, readAt: READ_AT, isOwnPost: false });

const LINE = {
  comment_id: '7602997517160123666',
  content: 'Price?',
  comment_type: 'COMMENT',
  comment_status: 'HIDDEN',
  original_comment_id: null,
  likes: 3,
  replies: 0,
  create_time: '2026-11-28 08:00:00 +0000 UTC',
  user_id: '6000000000000000001',
  user_name: 'lena',
  ad_id: '19',
  adgroup_name: 'Group',
  tiktok_item_id: '7602997517160123000',
  can_delete: false,
  is_auth_comment_manage_scope: true,
};

describe('readListedAdComment', () => {
  it('reads a comment with its ad, and no key of a person', () => {
    expect(read(LINE)).toMatchObject({
      kind: 'ad_comment',
      id: '7602997517160123666',
      videoId: '7602997517160123000',
      type: 'comment',
      parentId: null,
      listed: 'hidden',
      text: 'Price?',
      sentAt: new Date('2026-11-28T08:00:00Z'),
      author: { key: null, name: 'lena' },
      isOwn: null,
      ad: {
        accountId: GROUP.accountId,
        adGroupId: GROUP.id,
        adGroupName: 'Group',
        adId: '19',
        campaignId: '17',
      },
    });
  });

  it('takes the ad group that was asked for where TikTok names none', () => {
    const { ad_id: _, adgroup_name: __, ...nameless } = LINE;
    expect(read({ ...nameless, adgroup_id: null })?.ad).toMatchObject({
      adGroupId: GROUP.id,
      adGroupName: 'Copy',
      adId: null,
      adName: null,
    });
  });

  it('places a reply by its type', () => {
    const reply = { ...LINE, comment_type: 'REPLY', original_comment_id: '5' };
    expect(read(reply)).toMatchObject({ type: 'reply', threadKey: '5', parentId: '5' });
    expect(read({ ...reply, reply_to_comment_id: '6' })).toMatchObject({ threadKey: '5', parentId: '6' });
    // A list may send a parent at the top level, too.
    expect(read({ ...LINE, original_comment_id: '5' })).toMatchObject({ type: 'comment', threadKey: null });
  });

  it.each([null, 'x', {}, { comment_id: '0' }, { comment_id: 'x' }])('skips %j', (line) =>
    expect(read(line)).toBeUndefined(),
  );

  it('knows nothing where TikTok sends nothing', () => {
    expect(read({ comment_id: '1' })).toMatchObject({
      videoId: null,
      type: 'comment',
      sentAt: null,
      listed: null,
      text: null,
      figures: { likes: null, replies: null, liked: null, pinned: null },
      ad: { canDelete: null, canAnswer: null, itemId: null },
    });
  });
});
