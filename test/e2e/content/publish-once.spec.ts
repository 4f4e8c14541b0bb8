import { describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { INIT } from '../../support/sandbox-control.js';

const connector = useConnector();

describe('publish-video', () => {
  it('returns the current state of the same post when called twice', async () => {
    const { api, username } = await connector().tenant();
    const publishId = await ready(api);

    const first = await api.provider('publish-video', { publishId });
    await untilStatus(api, publishId, 'public');
    const second = await api.provider('publish-video', { publishId });

    expect(first).toMatchObject({ status: 202, body: { publishId, status: 'publishing' } });
    expect(second).toMatchObject({ status: 202, body: { publishId, status: 'public' } });
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });

  it('creates one post when called ten times at once', async () => {
    const { api, username } = await connector().tenant();
    const publishId = await ready(api);
    const before = await connector().sandbox.calls(INIT);

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.provider('publish-video', { publishId })),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202));
    const { postIds } = await untilStatus(api, publishId, 'public');
    expect(postIds).toHaveLength(1);
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
    expect((await connector().sandbox.calls(INIT)) - before).toBe(1);
  });

  it('creates one post for each of several publications', async () => {
    const { api, username } = await connector().tenant();
    const ids = await Promise.all([1, 2, 3].map((n) => ready(api, { caption: `number ${n}` })));

    await Promise.all(ids.map((publishId) => api.provider('publish-video', { publishId })));

    const seen = await Promise.all(ids.map((publishId) => untilStatus(api, publishId, 'public')));
    expect(new Set(seen.flatMap(({ postIds }) => postIds)).size).toBe(3);
    const posts = await connector().sandbox.publicationsOf(username);
    expect(posts.map(({ caption }) => caption).toSorted()).toEqual(['number 1', 'number 2', 'number 3']);
  });

  it('does not start another post after a failure', async () => {
    const { api, username } = await connector().tenant({ failPostsWith: 'frame_rate_check_failed' });
    const publishId = await ready(api);
    await api.provider('publish-video', { publishId });
    await untilStatus(api, publishId, 'failed');

    const again = await api.provider('publish-video', { publishId });

    expect(again).toMatchObject({ status: 202, body: { status: 'failed' } });
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });
});

describe('interactions of a post', () => {
  it('are off unless requested, and stay off if the creator has switched them off', async () => {
    const { api, username } = await connector().tenant({ commentDisabled: true });
    const publishId = await ready(api, { caption: undefined, title: 'The title alone', allowComment: true });
    await api.provider('publish-video', { publishId });

    await untilStatus(api, publishId, 'public');

    // The sandbox rejects an init that enables what the creator has switched off.
    expect(await connector().sandbox.publicationsOf(username)).toMatchObject([
      { caption: 'The title alone' },
    ]);
  });

  it('fails a publication whose privacy level TikTok does not offer to the account', async () => {
    const { api, username } = await connector().tenant({ private: true });
    const publishId = await ready(api);
    await api.provider('publish-video', { publishId });

    const { failCode, failReason } = await untilStatus(api, publishId, 'failed');

    expect(failCode).toBe('privacy_level_option_mismatch');
    expect(failReason).toMatch(/does not currently offer/);
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
    expect((await statusOf(api, publishId)).postIds).toEqual([]);
  });
});
