import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { PostingApi } from '../../../src/tiktok/index.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin, publish, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { INIT } from '../../support/sandbox-control.js';
import { upload } from '../../support/given/uploads.js';

const connector = useConnector({ environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });

let tenant: Tenant;
beforeEach(async () => {
  tenant = await connector().tenant();
});

type View = Record<string, unknown>;
const call = (action: string, body: object, { api } = tenant) =>
  api.provider<View & ProblemBody>(action, body);
const POST = {
  title: 'pulled',
  privacy_level: 'PUBLIC_TO_EVERYONE',
  disable_comment: true,
  disable_duet: true,
  disable_stitch: true,
  brand_content_toggle: false,
  brand_organic_toggle: false,
  is_aigc: false,
} as const;
const posts = () => connector().sandbox.publicationsOf(tenant.username);
const times = (count: number, ask: (n: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const later = () => new Date(Date.now() + 3_600_000).toISOString();

async function scheduled(): Promise<string> {
  const publishId = await ready(tenant.api);
  await call('publish-video', { publishId, publishAt: later() });
  return publishId;
}

/** Fails a publication before it starts, for a temporary reason. */
async function failed(): Promise<string> {
  const code = 'spam_risk_too_many_posts';
  await connector().sandbox.fault({ match: INIT, kind: 'error_code', code, status: 403, times: 1 });
  const publishId = await publish(tenant.api);
  await untilStatus(tenant.api, publishId, 'failed');
  return publishId;
}

/** Puts a publication into the state of a pull: TikTok has started it and fetches the file. */
async function pulled(): Promise<string> {
  const publishId = await ready(tenant.api);
  const [credential] = await connector().database.query<{ id: string }>(
    'SELECT credential_id AS id FROM integrations WHERE id = $1',
    [tenant.integrationId],
  );
  const begun = await connector()
    .app.get(PostingApi)
    .initVideo(credential?.id ?? '', POST, {
      source: 'PULL_FROM_URL',
      video_url: 'https://example.com/video.mp4',
    });
  await connector().database.query(
    `UPDATE publications SET status = 'processing', tiktok_publish_id = $2, init_sent_at = now(),
       transferred_at = now(), due_at = now() + interval '1 hour', wanted_at = now() WHERE id = $1`,
    [publishId, begun.publish_id],
  );
  return publishId;
}

const list = async (query: object) =>
  ((await call('list-publications', query)).body.items as { publishId: string }[]).map(
    ({ publishId }) => publishId,
  );

describe('edit-publication', () => {
  it('changes the given fields, and TikTok gets the edited post', async () => {
    const publishId = await ready(tenant.api);

    const edited = await call('edit-publication', {
      publishId,
      caption: 'changed #later',
      privacyLevel: 'SELF_ONLY',
      allowComment: true,
      brandOrganic: true,
    });

    expect(edited).toMatchObject({
      status: 200,
      body: {
        title: 'New product drop',
        caption: 'changed #later',
        allowComment: true,
        options: { brandOrganic: true },
      },
    });
    await call('publish-video', { publishId });
    await untilStatus(tenant.api, publishId, 'published');
    expect(await posts()).toMatchObject([{ caption: 'changed #later', privacy: 'SELF_ONLY' }]);
  });

  it('works before the upload', async () => {
    const { publishId } = await begin(tenant.api);

    expect(await call('edit-publication', { publishId, title: 'Another name' })).toMatchObject({
      status: 200,
      body: { title: 'Another name', status: 'awaiting_upload' },
    });
  });

  it('reschedules a scheduled post or publishes it now, and renews the consent', async () => {
    const publishId = await scheduled();
    const { body: before } = await call('get-publish-status', { publishId });
    const publishAt = new Date(Date.now() + 7_200_000).toISOString();

    const moved = await call('edit-publication', { publishId, publishAt, timeZone: 'America/New_York' });

    expect(moved.body).toMatchObject({ publishAt, goesAt: publishAt, timeZone: 'America/New_York' });
    expect(String(moved.body.consentedAt) > String(before.consentedAt)).toBe(true);
    // The time zone stays the same.
    const local = await call('edit-publication', { publishId, publishAt: `${inDays(30)}T10:00` });
    expect(local.body).toMatchObject({ timeZone: 'America/New_York' });
    expect(local.body.waits).toContain('at 10:00 (America/New_York)');
    await call('edit-publication', { publishId, publishAt: null });
    await untilStatus(tenant.api, publishId, 'public');
  });

  it.each([
    ['a caption too long for a video', { caption: 'x'.repeat(2201) }, 'caption'],
    ['null for a text', { title: null }, 'title'],
    ['what only photos have', { coverIndex: 0 }, 'coverIndex'],
    ['a time in the past', { publishAt: '2020-01-01T00:00:00Z' }, 'publishAt'],
    ['what TikTok would refuse', { brandedContent: true, privacyLevel: 'SELF_ONLY' }, 'brandedContent'],
    ['a field that there is not', { status: 'public' }, 'status'],
  ])('refuses %s by its name', async (_case, change, field) => {
    const publishId = await scheduled();

    const { status, body } = await call('edit-publication', { publishId, ...change });

    expect(status).toBe(400);
    expect(body.errors?.map((one) => one.field)).toEqual([field]);
  });

  it('rejects publishAt on an unpublished draft', async () => {
    const publishId = await ready(tenant.api);

    const answer = await call('edit-publication', { publishId, publishAt: later() });

    expect(answer).toMatchObject({ status: 409, body: { code: 'not_scheduled' } });
  });

  it('is rejected with a reason once publishing has begun', async () => {
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'public');

    const answer = await call('edit-publication', { publishId, caption: 'too late' });

    expect(answer).toMatchObject({ status: 409, body: { code: 'edit_too_late' } });
    expect(answer.body.detail).toMatch(/TikTok app/);
  });

  it('is either fully in the post or rejected when it races with publishing', async () => {
    const publishId = await ready(tenant.api);

    const [answers] = await Promise.all([
      Promise.all(
        Array.from({ length: 25 }, (_, n) => call('edit-publication', { publishId, caption: `edit ${n}` })),
      ),
      call('publish-video', { publishId }),
    ]);

    const { caption } = (await untilStatus(tenant.api, publishId, 'public')) as unknown as View;
    const accepted = answers.filter(({ status }) => status === 200).map(({ body }) => body.caption);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await posts()).toMatchObject([{ caption }]);
    if (accepted.length > 0) expect(String(caption)).toMatch(/^edit \d+$/);
  });
});

describe('cancel-publication', () => {
  it.each(['awaiting_upload', 'ready', 'scheduled'])(
    'cancels a publication that is %s at once',
    async (state) => {
      const publishId =
        state === 'scheduled'
          ? await scheduled()
          : state === 'ready'
            ? await ready(tenant.api)
            : (await begin(tenant.api)).publishId;
      const files = await connector().stagedFiles();

      const first = await call('cancel-publication', { publishId });
      const again = await call('cancel-publication', { publishId });

      for (const answer of [first, again])
        expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled', goesAt: null } });
      await connector().hurry();
      expect(await call('publish-video', { publishId })).toMatchObject({ body: { status: 'cancelled' } });
      expect(await posts()).toEqual([]);
      const gone = state === 'awaiting_upload' ? 0 : 1;
      expect(files.length - (await connector().stagedFiles()).length).toBe(gone);
    },
  );

  it('ends in no post, or in one that was not cancelled, when it races with publishing fifty times', async () => {
    const publishId = await ready(tenant.api);

    await Promise.all([
      call('publish-video', { publishId }),
      times(50, () => call('cancel-publication', { publishId })),
    ]);

    const { status } = await untilStatus(tenant.api, publishId, 'cancelled', 'public');
    expect(await posts()).toHaveLength(status === 'cancelled' ? 0 : 1);
  });

  it('works while TikTok is unreachable, and nothing is sent later', async () => {
    await connector().sandbox.fault({ match: 'POST /v2/post/publish/creator_info/query/', kind: 'reset' });
    const publishId = await publish(tenant.api);

    const answer = await call('cancel-publication', { publishId });
    await connector().sandbox.clearFaults();
    await connector().hurry();

    expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect((await statusOf(tenant.api, publishId)).status).toBe('cancelled');
    expect(await posts()).toEqual([]);
  });

  it('is rejected for a posted video, and says where to delete it', async () => {
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'public');

    const answer = await call('cancel-publication', { publishId });

    expect(answer).toMatchObject({ status: 409, body: { code: 'cancel_too_late' } });
    expect(answer.body.detail).toMatch(/Delete it in the TikTok app/);
  });

  describe('while TikTok fetches the files', () => {
    it('asks TikTok, and cancels when TikTok reports it', async () => {
      await connector().sandbox.control('/settings', { downloadMs: 60_000 });
      const publishId = await pulled();

      const first = await call('cancel-publication', { publishId });
      const again = await call('cancel-publication', { publishId });

      for (const { status } of [first, again]) expect(status).toBe(200);
      await untilStatus(tenant.api, publishId, 'cancelled');
    });

    it('is rejected if TikTok has the files already', async () => {
      await connector().sandbox.control('/settings', { downloadMs: 0 });
      const publishId = await pulled();
      await connector().sandbox.control('/clock', { advanceSeconds: 1 });

      const answer = await call('cancel-publication', { publishId });

      expect(answer).toMatchObject({ status: 409, body: { code: 'cancel_too_late' } });
    });
  });
});

describe('GET /api/publications/{publishId}/uploads', () => {
  it('renews the link of a file that is missing, for editors of the organisation', async () => {
    const { publishId } = await begin(tenant.api);
    const path = `/api/publications/${publishId}/uploads`;
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect((await viewer.get(path)).status).toBe(403);
    expect((await connector().api().get(path)).status).toBe(404);

    const { body } = await tenant.api.get<{ uploads: { position: number; uploadUrl: string }[] }>(path);
    expect(body.uploads).toMatchObject([{ position: 0, tusUrl: expect.stringContaining('/tus?') }]);
    await upload(tenant.api, body.uploads[0]!.uploadUrl, await clip(), 'raw');
    expect(await tenant.api.get(path)).toMatchObject({ status: 409, body: { code: 'no_upload_missing' } });
  });
});

describe('retry-publication', () => {
  it('creates a retry with the same file and text', async () => {
    const publishId = await failed();

    const { status, body } = await call('retry-publication', { publishId });

    expect({ status, body }).toMatchObject({
      status: 200,
      body: { retryOf: publishId, status: 'ready', uploads: [] },
    });
    const attempt = String(body.publishId);
    expect((await call('get-publish-status', { publishId })).body).toMatchObject({
      status: 'failed',
      retriedBy: attempt,
      failure: { fixableBy: 'user', retry: 'tomorrow' },
    });
    await call('publish-video', { publishId: attempt });
    await untilStatus(tenant.api, attempt, 'public');
    expect(await posts()).toMatchObject([{ caption: 'Check out our spring collection #springfashion' }]);
  });

  it('creates one retry when called fifty times at once', async () => {
    const publishId = await failed();

    const answers = (await times(50, () => call('retry-publication', { publishId }))) as { body: View }[];

    expect(new Set(answers.map(({ body }) => body.publishId)).size).toBe(1);
    expect(answers.every(({ body }) => body.status === 'ready')).toBe(true);
  });

  it('asks for the file again if it is no longer stored', async () => {
    const publishId = await failed();
    await connector().database.query(
      `UPDATE publications SET keep_files_until = now() - interval '1 second' WHERE id = $1`,
      [publishId],
    );

    const { body } = await call('retry-publication', { publishId });

    expect(body).toMatchObject({ status: 'awaiting_upload', uploads: [{ position: 0 }] });
    const [file] = body.uploads as { uploadUrl: string }[];
    await upload(tenant.api, file?.uploadUrl ?? '', await clip(), 'raw');
    expect((await statusOf(tenant.api, String(body.publishId))).status).toBe('ready');
  });

  it('asks for another file if the file caused the failure', async () => {
    const { api } = await connector().tenant({ failPostsWith: 'frame_rate_check_failed' });
    const publishId = await publish(api);
    await untilStatus(api, publishId, 'failed');

    const { body } = await eventually(async () => {
      const answer = await api.provider<View>('retry-publication', { publishId });
      return answer.status === 200 && answer;
    });

    expect(body).toMatchObject({ status: 'awaiting_upload' });
  });

  it.each(['ready', 'public', 'cancelled', 'unknown'])('rejects a publication that is %s', async (state) => {
    const publishId = await ready(tenant.api);
    await connector().database.query('UPDATE publications SET status = $2 WHERE id = $1', [publishId, state]);

    expect(await call('retry-publication', { publishId })).toMatchObject({
      status: 409,
      body: { code: 'retry_not_failed' },
    });
  });
});

describe('list-publications', () => {
  it('filters by status, kind, account, time and text, newest first, with pages', async () => {
    const first = (await begin(tenant.api, { title: '100% sale_now' })).publishId;
    const second = await scheduled();
    const third = await ready(tenant.api, { caption: 'winter' });

    expect(await list({})).toEqual([third, second, first]);
    expect(await list({ status: ['scheduled', 'ready'] })).toEqual([third, second]);
    expect(await list({ kind: 'photo' })).toEqual([]);
    expect(await list({ integrationId: tenant.integrationId })).toHaveLength(3);
    expect(await list({ integrationId: randomUUID() })).toEqual([]);
    expect(await list({ text: 'WINTER' })).toEqual([third]);
    expect(await list({ text: '0% SALE_' })).toEqual([first]);
    expect(await list({ text: '%' })).toEqual([first]);
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await list({ from: soon })).toEqual([second]);
    expect(await list({ to: soon })).toEqual([third, first]);
    const pages = await tenant.api.all<{ publishId: string }>('/api/publications', 2);
    expect(pages.map((page) => page.map(({ publishId }) => publishId))).toEqual([[third, second], [first]]);
    const { body } = await tenant.api.get<{ items: View[] }>('/api/publications?status=scheduled,public');
    expect(body.items).toMatchObject([{ publishId: second, waitsFor: 'publish_at' }]);
  });

  it.each([
    [{ status: ['nowhere'] }, 'status'],
    [{ from: '2026-11-01' }, 'from'],
    [{ kind: 'story' }, 'kind'],
    [{ integrationId: 'x' }, 'integrationId'],
  ])('refuses %j by its name', async (query, field) => {
    const { status, body } = await call('list-publications', query);

    expect(status).toBe(400);
    expect(body.errors?.map((one) => one.field)).toEqual([field]);
  });

  it('returns a full publication by its id', async () => {
    const publishId = await ready(tenant.api);

    const { body } = await tenant.api.get(`/api/publications/${publishId}`);

    expect(body).toEqual((await call('get-publish-status', { publishId })).body);
  });
});
