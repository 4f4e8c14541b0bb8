import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { publish, statusOf, untilStatus } from '../../support/publishing.js';
import { CREATOR_INFO, INIT } from '../../support/sandbox-control.js';

const connector = useConnector({ environment: { UPLOAD_KEEP_FAILED_HOURS: '0' } });

afterEach(async () => {
  await connector().sandbox.clearFaults();
});

/** A message for users, without TikTok's codes. */
const SENTENCE = /^[A-Z](?![\s\S]*[a-z]_)[\s\S]+ [\s\S]+\.$/;

const AT_INIT = [
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'spam_risk_text',
  'spam_risk',
  'reached_active_user_cap',
  'unaudited_client_can_only_post_to_private_accounts',
  'privacy_level_option_mismatch',
  'invalid_params',
  'scope_not_authorized',
];
const BY_PROCESSING = [
  'file_format_check_failed',
  'duration_check_failed',
  'frame_rate_check_failed',
  'picture_size_check_failed',
  'internal',
  'video_pull_failed',
  'auth_removed',
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'spam_risk_text',
  'spam_risk',
];

describe('a refusal by TikTok fails the publication with a readable reason', () => {
  it.each(AT_INIT)('at init: %s', async (code) => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.fault({ match: INIT, kind: 'error_code', code, times: 1 });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: code, postIds: [] });
    expect(seen.failReason).toMatch(SENTENCE);
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });

  it.each(BY_PROCESSING)('during processing: %s', async (code) => {
    const { api } = await connector().tenant({ failPostsWith: code });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: code, postIds: [] });
    expect(seen.failReason).toMatch(SENTENCE);
  });

  it.each([CREATOR_INFO, INIT])('with an unknown code, which is shown unchanged (%s)', async (match) => {
    const { api } = await connector().tenant();
    await connector().sandbox.fault({
      match,
      kind: 'error_code',
      code: 'brand_new_refusal',
      status: 200,
      times: 1,
    });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'brand_new_refusal' });
    expect(seen.failReason).toContain('"brand_new_refusal"');
  });

  it('if TikTok refuses within HTTP 200, as for a banned creator', async () => {
    const { api } = await connector().tenant({ banned: true });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'spam_risk_user_banned_from_posting' });
  });

  it('if the creator has not allowed posting', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control(`/accounts/${username}`, { dropScope: 'video.publish' });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'scope_not_authorized' });
    expect(seen.failReason).toMatch(/connect the account again/i);
  });

  it('if the creator has posted too often today', async () => {
    const { api } = await connector().tenant({ postsPerDay: 1 });
    await untilStatus(api, await publish(api), 'public');

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'spam_risk_too_many_posts' });
  });

  it('and deletes the staged file if none is kept for retries', async () => {
    await eventually(async () => (await connector().stagedFiles()).length === 0);
  });
});

describe('before TikTok has audited the app', () => {
  it('fails a publication that TikTok refuses, with advice', async () => {
    const { api } = await connector().tenant();
    await connector().sandbox.control('/settings', { audited: false });
    try {
      const publishId = await publish(api);
      const { failReason } = await untilStatus(api, publishId, 'failed');
      expect(failReason).toMatch(/SELF_ONLY/);
      expect((await statusOf(api, publishId)).failCode).toBe(
        'unaudited_client_can_only_post_to_private_accounts',
      );
    } finally {
      await connector().sandbox.control('/settings', { audited: true });
    }
  });
});
