import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip, largeVideo, sha256, type VideoFile } from '../../support/given/videos.js';
import { begin, publish, statusOf, type Status } from '../../support/given/publications.js';
import { CHUNK, CREATOR_INFO, INIT, STATUS, TOKEN } from '../../support/sandbox-control.js';
import { uploadFile } from '../../support/given/uploads.js';

// Without webhooks the status comes from polls only, so that a broken status call cannot hide.
// These tests hurry rows, but the rate governor's pauses after refusals are real minutes.
const connector = useConnector({ webhooks: false, environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });

afterEach(async () => {
  await connector().sandbox.clearFaults();
});

// On a busy machine, 65 MB in many attempts take their time.
const SOON_MS = 25_000;

/** Waits for the status, and skips the pauses between attempts. */
async function soon(api: ApiClient, publishId: string, ...wanted: string[]): Promise<Status> {
  let seen: Status | undefined;
  try {
    return await eventually(async () => {
      await connector().hurry();
      seen = await statusOf(api, publishId);
      return wanted.includes(seen.status) && seen;
    }, SOON_MS);
  } catch (error) {
    throw new Error(`awaited ${wanted.join()}, saw ${JSON.stringify(seen)}`, { cause: error });
  }
}

describe('a creator info call that fails', () => {
  it.each(['http500_html', 'reset', 'lost_response', 'rate_limited'])(
    '(%s) is retried, and the publication is posted once',
    async (kind) => {
      const { api, username } = await connector().tenant();
      const before = await connector().sandbox.calls(INIT);
      // More often than one step retries it.
      await connector().sandbox.fault({ match: CREATOR_INFO, kind, times: 4 });

      const publishId = await publish(api);

      await soon(api, publishId, 'public');
      expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
      expect((await connector().sandbox.calls(INIT)) - before).toBe(1);
    },
  );
});

describe('an init without an answer', () => {
  it.each(['lost_response', 'reset', 'reset_mid_body', 'http500_html'])(
    '(%s) makes the outcome unknown, with a reason, and init is not sent again',
    async (kind) => {
      const { api, username } = await connector().tenant();
      const before = await connector().sandbox.calls(INIT);
      await connector().sandbox.fault({ match: INIT, kind, times: 1 });

      const publishId = await publish(api);

      const { failCode, failReason, postIds } = await soon(api, publishId, 'unknown', 'public', 'failed');
      expect({ failCode, postIds }).toEqual({ failCode: 'init_outcome_unknown', postIds: [] });
      const notices = await api.get<{ items: { kind: string; subject: { id: string } }[] }>(
        '/api/notifications',
      );
      expect(notices.body.items.filter(({ subject }) => subject.id === publishId)).toEqual([
        expect.objectContaining({ kind: 'publication_unknown' }),
      ]);
      expect(failReason).toMatch(/may have posted it.*Check the account/);
      const again = await api.provider('publish-video', { publishId });
      expect(again).toMatchObject({ status: 202, body: { status: 'unknown' } });
      expect((await connector().sandbox.calls(INIT)) - before).toBe(1);
      expect((await connector().sandbox.publicationsOf(username)).length).toBeLessThanOrEqual(1);
    },
  );

  it('keeps the staged file until a user decides', async () => {
    const { api } = await connector().tenant();
    const files = (await connector().stagedFiles()).length;
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });

    await soon(api, await publish(api), 'unknown');

    expect((await connector().stagedFiles()).length).toBe(files + 1);
  });
});

describe('an init rejected by the rate limit', () => {
  it('is sent again later, because TikTok has started nothing', async () => {
    const { api, username } = await connector().tenant();
    const before = await connector().sandbox.calls(INIT);
    await connector().sandbox.fault({ match: INIT, kind: 'rate_limited', times: 2 });

    const publishId = await publish(api);

    await soon(api, publishId, 'public');
    expect((await connector().sandbox.calls(INIT)) - before).toBe(3);
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });
});

describe('a chunk that fails', () => {
  let file: VideoFile;
  beforeAll(async () => {
    file = await largeVideo(65_000_000);
  });
  afterAll(async () => {
    await file.remove();
  });

  async function publishLarge(api: ApiClient): Promise<string> {
    const { publishId, uploadUrl } = await begin(api);
    expect((await uploadFile(uploadUrl, file, 'raw')).status).toBe(200);
    await api.provider('publish-video', { publishId });
    return publishId;
  }

  it.each([
    ['reset before its first byte', { kind: 'reset', after: 1, times: 1 }],
    ['cut in the middle', { kind: 'reset_mid_body', bytes: 4_000_000, after: 2, times: 1 }],
    ['taken although the answer is lost', { kind: 'lost_response', after: 1, times: 1 }],
    ['answered with 500', { kind: 'http500_html', after: 3, times: 2 }],
    ['reset more often than one step repeats it', { kind: 'reset', after: 1, times: 5 }],
  ])('(%s) is sent again, and the bytes arrive as they were', async (_name, rule) => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.fault({ match: CHUNK, ...rule });

    const publishId = await publishLarge(api);

    await soon(api, publishId, 'public');
    expect(await connector().sandbox.publicationsOf(username)).toMatchObject([
      { sha256: file.sha256, totalBytes: file.size, receivedBytes: file.size },
    ]);
  });

  it('does not fail the post if TikTok has it although the last answer was lost', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.fault({ match: CHUNK, kind: 'lost_response', times: 1 });

    const publishId = await publish(api);

    await soon(api, publishId, 'public');
    expect(await connector().sandbox.publicationsOf(username)).toMatchObject([
      { sha256: sha256(await clip()) },
    ]);
  });

  it.each([
    [403, 'upload_url_expired'],
    [404, 'upload_not_found'],
    [400, 'upload_refused'],
  ])('(refused with %i) ends the publication as %s', async (status, failCode) => {
    const { api } = await connector().tenant();
    await connector().sandbox.fault({ match: CHUNK, kind: 'error_code', code: 'x', status });

    const seen = await soon(api, await publish(api), 'failed', 'public', 'unknown');

    expect(seen).toMatchObject({ status: 'failed', failCode, failReason: expect.stringMatching(/\w+ \w+/) });
  });
});

describe('processing', () => {
  it.each(['http500_html', 'reset', 'rate_limited'])('repeats status calls that fail (%s)', async (kind) => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.fault({ match: STATUS, kind, times: 4 });

    const publishId = await publish(api);

    await soon(api, publishId, 'public');
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });

  it('ends as published first, and as public once moderation has released the post id', async () => {
    await connector().sandbox.control('/settings', { moderationMs: 600_000 });
    const { api } = await connector().tenant();
    const publishId = await publish(api);

    const published = await soon(api, publishId, 'published', 'public');
    expect(published).toMatchObject({ status: 'published', postIds: [] });
    await connector().sandbox.control('/clock', { advanceSeconds: 601 });
    await connector().sandbox.control('/settings', { moderationMs: 100 });
    const { postIds } = await soon(api, publishId, 'public');

    expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
  });
});

describe('a token that expires during publishing', () => {
  it('is refreshed once before creator info, and the call is repeated', async () => {
    const { api, username } = await connector().tenant();
    const before = await connector().sandbox.calls(TOKEN);
    await connector().sandbox.control('/tokens/expire', { account: username, kind: 'access' });

    const publishId = await publish(api);

    await soon(api, publishId, 'public');
    expect((await connector().sandbox.calls(TOKEN)) - before).toBe(1);
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });

  it('is refreshed at init, and only the repeated init creates a post', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.fault({
      match: INIT,
      kind: 'error_code',
      code: 'access_token_invalid',
      times: 1,
    });

    const publishId = await publish(api);

    await soon(api, publishId, 'public');
    expect(await connector().sandbox.publicationsOf(username)).toHaveLength(1);
  });

  it('is refreshed after the transfer, and polling continues', async () => {
    await connector().sandbox.control('/settings', { moderationMs: 600_000 });
    const { api, username } = await connector().tenant();
    const publishId = await publish(api);
    await soon(api, publishId, 'published');
    await connector().sandbox.control('/tokens/expire', { account: username, kind: 'access' });
    await connector().sandbox.control('/clock', { advanceSeconds: 601 });
    await connector().sandbox.control('/settings', { moderationMs: 100 });

    expect((await soon(api, publishId, 'public', 'unknown')).status).toBe('public');
  });

  it('makes the publication wait for a reconnect if it cannot be refreshed', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/tokens/expire', { account: username, kind: 'all' });

    const publishId = await publish(api);

    const { status, failReason } = await eventually(async () => {
      const seen = await statusOf(api, publishId);
      return seen.failCode === 'reconnect_needed' && seen;
    });
    expect(status).toBe('publishing');
    expect(failReason).toMatch(/connect the account again/i);
    const integrations = await api.get<{ items: { status: string }[] }>('/api/integrations');
    expect(integrations.body.items).toMatchObject([{ status: 'expired' }]);
  });
});
