import { describe, expect, it } from '@jest/globals';
import { reachOf, verdictOn } from './publish-verdict.js';

const none = {
  status: 'publishing' as const,
  initSentAt: null,
  tiktokPublishId: null,
  lastChunkSentAt: null,
};
const begun = { ...none, initSentAt: new Date(), tiktokPublishId: 'v_pub_file~v2-1.1' };
const unreachable = { code: 'tiktok_unreachable' };

describe('What may be said of a publication that cannot go on', () => {
  it('is that nothing was posted, when nothing was begun', () => {
    expect(reachOf(none)).toBe('nothing_begun');
    expect(verdictOn('nothing_begun', unreachable)).toEqual({
      kind: 'end',
      status: 'failed',
      reason: unreachable,
    });
  });

  it('is that nobody knows, when init was sent and its answer is not here', () => {
    expect(reachOf({ ...none, initSentAt: new Date() })).toBe('perhaps_begun');
    expect(verdictOn('perhaps_begun', unreachable)).toMatchObject({
      status: 'unknown',
      reason: { code: 'init_outcome_unknown' },
    });
  });

  it('is that it did not reach TikTok as a whole, while its last chunk was not sent', () => {
    expect(reachOf(begun)).toBe('incomplete');
    expect(verdictOn('incomplete', unreachable)).toMatchObject({
      status: 'failed',
      reason: { code: 'transfer_incomplete' },
    });
    const refusal = { code: 'upload_url_expired' };
    expect(verdictOn('incomplete', refusal)).toMatchObject({ status: 'failed', reason: refusal });
  });

  it('is nothing before TikTok was asked, once the last chunk was sent', () => {
    expect(reachOf({ ...begun, lastChunkSentAt: new Date() })).toBe('perhaps_complete');
    expect(verdictOn('perhaps_complete', unreachable)).toEqual({ kind: 'ask' });
  });

  it('is that nobody knows, when TikTok has everything and does not tell', () => {
    expect(reachOf({ ...begun, status: 'processing' })).toBe('transferred');
    expect(verdictOn('transferred', { code: 'invalid_publish_id' })).toMatchObject({
      status: 'unknown',
      reason: { code: 'invalid_publish_id' },
    });
  });

  it.each(['published', 'public', 'removed', 'in_inbox', 'failed', 'cancelled', 'unknown'] as const)(
    'is nothing new, when it is %s already',
    (status) => {
      expect(verdictOn(reachOf({ ...begun, status }), unreachable)).toEqual({ kind: 'rest' });
    },
  );
});
