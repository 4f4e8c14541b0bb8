import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, soon, statusOf, untilStatus } from '../../support/given/publications.js';
import { CHUNK, INIT, STATUS } from '../../support/sandbox-control.js';

const LIST = 'POST /v2/video/list/';
const connector = useConnector({ webhooks: false, environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });
afterEach(() => connector().sandbox.clearFaults());

const noStatus = { match: STATUS, kind: 'error_code', code: 'invalid_publish_id', status: 400 };

/** TikTok has the whole video, but neither its answer nor the post's status says so. */
async function posted(tenant: Tenant, post: Record<string, unknown> = {}): Promise<string> {
  await connector().sandbox.fault(
    { match: CHUNK, kind: 'lost_response', times: 1 },
    { match: CHUNK, kind: 'error_code', code: 'x', status: 404 },
    noStatus,
  );
  const publishId = await publish(tenant.api, post);
  await untilStatus(tenant.api, publishId, 'unknown');
  await eventually(async () => {
    const posts = await connector().sandbox.publicationsOf(tenant.username);
    const complete = posts.find(({ status }) => status === 'PUBLISH_COMPLETE');
    return complete && (complete.privacy === 'SELF_ONLY' || complete.postIds.length === 1);
  });
  return publishId;
}

interface Row {
  settled_by: string | null;
  polls: number;
  due_at: Date | null;
}

async function rowOf(publishId: string): Promise<Row | undefined> {
  const [row] = await connector().database.query<Row>('SELECT * FROM publications WHERE id = $1', [
    publishId,
  ]);
  return row;
}

interface Notice {
  kind: string;
  title: string;
  resolvedAt?: string | null;
  subject: { id: string };
}

interface Again {
  publishId: string;
}

async function noticesOf({ api }: Tenant, publishId: string): Promise<Notice[]> {
  const { body } = await api.get<{ items: Notice[] }>('/api/notifications');
  return body.items.filter(({ subject }) => subject.id === publishId);
}

async function checkedTimes(publishId: string, times: number): Promise<void> {
  await eventually(async () => {
    await connector().hurry();
    return ((await rowOf(publishId))?.polls ?? 0) >= times;
  });
}

describe('unknown publication', () => {
  it('resolves from TikTok’s status and sends the all-clear', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant);
    expect(await noticesOf(tenant, publishId)).toMatchObject([{ kind: 'publication_unknown' }]);

    await connector().sandbox.clearFaults();

    const { postIds } = await soon(connector(), tenant.api, publishId, 'public');
    const [post] = await connector().sandbox.publicationsOf(tenant.username);
    expect(postIds).toEqual(post?.postIds);
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'status' });
    const notices = await noticesOf(tenant, publishId);
    expect(notices.find(({ kind }) => kind === 'publication_unknown')?.resolvedAt).toEqual(
      expect.any(String),
    );
    expect(notices.some(({ title }) => title.includes('was posted to TikTok'))).toBe(true);
  });

  it('resolves from the account’s public videos, by caption and time', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant, { caption: '  Grüße 👋🏽 aus\nBerlin #läuft ' });

    const { postIds } = await soon(connector(), tenant.api, publishId, 'public');

    const [post] = await connector().sandbox.publicationsOf(tenant.username);
    expect(postIds).toEqual(post?.postIds);
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'video_list' });
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('does not match an older video, or another publication, with the same caption', async () => {
    const tenant = await connector().tenant();
    const first = await publish(tenant.api, { caption: 'twice the same' });
    await untilStatus(tenant.api, first, 'public');
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const second = await publish(tenant.api, { caption: 'twice the same' });
    await untilStatus(tenant.api, second, 'unknown');

    await checkedTimes(second, 3);

    expect(await statusOf(tenant.api, second)).toMatchObject({ status: 'unknown', postIds: [] });
  });

  it('stays unknown while two publications may be the same video', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const unseen = await publish(tenant.api, { caption: 'one of two' });
    await untilStatus(tenant.api, unseen, 'unknown');
    const shown = await posted(tenant, { caption: 'one of two' });

    await checkedTimes(unseen, 2);
    await checkedTimes(shown, 2);

    for (const publishId of [unseen, shown])
      expect(await statusOf(tenant.api, publishId)).toMatchObject({ status: 'unknown', postIds: [] });
  });

  it('is not searched for if it was private, as TikTok lists public videos only', async () => {
    const tenant = await connector().tenant();
    // Excludes the publications of other tests.
    await connector().database.query('UPDATE publications SET due_at = NULL');
    const before = await connector().sandbox.calls(LIST);
    const publishId = await posted(tenant, { privacyLevel: 'SELF_ONLY' });

    await checkedTimes(publishId, 2);

    expect(await connector().sandbox.calls(LIST)).toBe(before);
  });

  it('is checked again after TikTok was down, and is never sent twice', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant);
    await connector().sandbox.clearFaults();
    await connector().sandbox.fault({ match: STATUS, kind: 'http500_html', times: 6 });

    await soon(connector(), tenant.api, publishId, 'public');

    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });
});

/** Creates a publication whose init was sent and got no answer. */
async function lost(tenant: Tenant): Promise<string> {
  await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
  const publishId = await publish(tenant.api);
  await untilStatus(tenant.api, publishId, 'unknown');
  return publishId;
}

describe('publish-again', () => {
  it('publishes again what a user did not find on TikTok, with the stored bytes', async () => {
    const tenant = await connector().tenant();
    const publishId = await lost(tenant);

    const { status, body } = await tenant.api.provider<Again>('publish-again', { publishId });

    expect(status).toBe(200);
    expect(body).toMatchObject({ retryOf: publishId, status: 'publishing', uploads: [] });
    await untilStatus(tenant.api, body.publishId, 'public');
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'published_again' });
    const notices = (await noticesOf(tenant, publishId)).find(({ kind }) => kind === 'publication_unknown');
    expect(notices?.resolvedAt).toEqual(expect.any(String));
  });

  it('creates one post when called fifty times at once', async () => {
    const tenant = await connector().tenant();
    const publishId = await lost(tenant);

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => tenant.api.provider<Again>('publish-again', { publishId })),
    );

    const ids = new Set(answers.map(({ body }) => body.publishId));
    expect(ids.size).toBe(1);
    await untilStatus(tenant.api, [...ids][0] ?? '', 'public');
    const posts = await connector().sandbox.publicationsOf(tenant.username);
    expect(posts.filter(({ status }) => status === 'PUBLISH_COMPLETE')).toHaveLength(1);
  });

  it('rejects publications with a known outcome', async () => {
    const tenant = await connector().tenant();
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'public');

    const { status, body } = await tenant.api.provider('publish-again', { publishId });

    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'not_unknown' } });
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });
});

describe('mark-published', () => {
  it('accepts a user’s decision, keeps the post id exactly, and sends the all-clear', async () => {
    const tenant = await connector().tenant();
    const publishId = await lost(tenant);
    const postId = '7602997517160123666';

    const { status, body } = await tenant.api.provider('mark-published', { publishId, postId });

    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'public', postIds: [postId] } });
    expect(body).not.toHaveProperty('failCode');
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'person', due_at: null });
    const notices = (await noticesOf(tenant, publishId)).find(({ kind }) => kind === 'publication_unknown');
    expect(notices?.resolvedAt).toEqual(expect.any(String));
  });

  it('marks it as published without a post id, also when called twice', async () => {
    const tenant = await connector().tenant();
    const publishId = await lost(tenant);

    const answers = [1, 2].map(() => tenant.api.provider('mark-published', { publishId }));

    for (const { status, body } of await Promise.all(answers))
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'published', postIds: [] } });
  });

  it.each([1234567890, 'https://www.tiktok.com/@x/video/1', '12', ''])(
    'rejects %p as a post id, and names the field',
    async (postId) => {
      const tenant = await connector().tenant();
      const publishId = await lost(tenant);

      const { status, body } = await tenant.api.provider('mark-published', { publishId, postId });

      expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ field: 'postId' }] } });
      expect((await statusOf(tenant.api, publishId)).status).toBe('unknown');
    },
  );
});
