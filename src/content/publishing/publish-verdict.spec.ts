import { describe, expect, it } from '@jest/globals';
import { reachOf, verdictOn } from './publish-verdict.js';

const none = {
  status: 'publishing' as const,
  initSentAt: null,
  tiktokPublishId: null,
  lastChunkSentAt: null,
};
const started = { ...none, initSentAt: new Date(), tiktokPublishId: 'v_pub_file~v2-1.1' };
const unreachable = { code: 'tiktok_unreachable' };

describe('the verdict on a publication that cannot continue', () => {
  it('is failed if nothing was started', () => {
    expect(reachOf(none)).toBe('not_started');
    expect(verdictOn('not_started', unreachable)).toEqual({
      kind: 'end',
      status: 'failed',
      reason: unreachable,
    });
  });

  it('is unknown if init was sent and its answer is missing', () => {
    expect(reachOf({ ...none, initSentAt: new Date() })).toBe('maybe_started');
    expect(verdictOn('maybe_started', unreachable)).toMatchObject({
      status: 'unknown',
      reason: { code: 'init_outcome_unknown' },
    });
  });

  it('is failed, with an incomplete transfer, if the last chunk was not sent', () => {
    expect(reachOf(started)).toBe('incomplete');
    expect(verdictOn('incomplete', unreachable)).toMatchObject({
      status: 'failed',
      reason: { code: 'transfer_incomplete' },
    });
    const refusal = { code: 'upload_url_expired' };
    expect(verdictOn('incomplete', refusal)).toMatchObject({ status: 'failed', reason: refusal });
  });

  it('is to ask TikTok if the last chunk was sent', () => {
    expect(reachOf({ ...started, lastChunkSentAt: new Date() })).toBe('maybe_complete');
    expect(verdictOn('maybe_complete', unreachable)).toEqual({ kind: 'ask' });
  });

  it('is unknown if TikTok has everything and does not report the outcome', () => {
    expect(reachOf({ ...started, status: 'processing' })).toBe('transferred');
    expect(verdictOn('transferred', { code: 'invalid_publish_id' })).toMatchObject({
      status: 'unknown',
      reason: { code: 'invalid_publish_id' },
    });
  });

  it.each(['published', 'public', 'removed', 'in_inbox', 'failed', 'cancelled', 'unknown'] as const)(
    'changes nothing if it is already %s',
    (status) => {
      expect(verdictOn(reachOf({ ...started, status }), unreachable)).toEqual({ kind: 'rest' });
    },
  );
});
