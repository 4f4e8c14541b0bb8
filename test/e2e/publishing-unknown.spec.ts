import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../sandbox/testing/eventually.js';
import { useConnector, type Tenant } from '../support/connector.js';
import { publish, soon, statusOf, untilStatus } from '../support/publishing.js';
import { CHUNK, INIT, STATUS } from '../support/sandbox-control.js';

const LIST = 'POST /v2/video/list/';
const connector = useConnector({ webhooks: false, environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });
afterEach(() => connector().sandbox.clearFaults());

const noStatus = { match: STATUS, kind: 'error_code', code: 'invalid_publish_id', status: 400 };

/** TikTok has the whole video, and lets us know neither by its answer nor by the post's status. */
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

interface Told {
  kind: string;
  title: string;
  resolvedAt?: string | null;
  subject: { id: string };
}

async function toldOf({ api }: Tenant, publishId: string): Promise<Told[]> {
  const { body } = await api.get<{ items: Told[] }>('/api/notifications');
  return body.items.filter(({ subject }) => subject.id === publishId);
}

async function checkedTimes(publishId: string, times: number): Promise<void> {
  await eventually(async () => {
    await connector().hurry();
    return ((await rowOf(publishId))?.polls ?? 0) >= times;
  });
}

describe('A post of which nobody knows', () => {
  it('is settled by its status once TikTok tells it, and the all-clear is given', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant);
    expect(await toldOf(tenant, publishId)).toMatchObject([{ kind: 'publication_unknown' }]);

    await connector().sandbox.clearFaults();

    const { postIds } = await soon(connector(), tenant.api, publishId, 'public');
    const [post] = await connector().sandbox.publicationsOf(tenant.username);
    expect(postIds).toEqual(post?.postIds);
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'status' });
    const told = await toldOf(tenant, publishId);
    expect(told.find(({ kind }) => kind === 'publication_unknown')?.resolvedAt).toEqual(expect.any(String));
    expect(told.some(({ title }) => title.includes('was posted on TikTok'))).toBe(true);
  });

  it('is found among the public videos of the account, by caption and time', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant, { caption: '  Grüße 👋🏽 aus\nBerlin #läuft ' });

    const { postIds } = await soon(connector(), tenant.api, publishId, 'public');

    const [post] = await connector().sandbox.publicationsOf(tenant.username);
    expect(postIds).toEqual(post?.postIds);
    expect(await rowOf(publishId)).toMatchObject({ settled_by: 'video_list' });
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('is not taken for an older video, or for another publication, that has the same caption', async () => {
    const tenant = await connector().tenant();
    const first = await publish(tenant.api, { caption: 'twice the same' });
    await untilStatus(tenant.api, first, 'public');
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const second = await publish(tenant.api, { caption: 'twice the same' });
    await untilStatus(tenant.api, second, 'unknown');

    await checkedTimes(second, 3);

    expect(await statusOf(tenant.api, second)).toMatchObject({ status: 'unknown', postIds: [] });
  });

  it('stays unknown while two of them may be the same video', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const lost = await publish(tenant.api, { caption: 'one of two' });
    await untilStatus(tenant.api, lost, 'unknown');
    const shown = await posted(tenant, { caption: 'one of two' });

    await checkedTimes(lost, 2);
    await checkedTimes(shown, 2);

    for (const publishId of [lost, shown])
      expect(await statusOf(tenant.api, publishId)).toMatchObject({ status: 'unknown', postIds: [] });
  });

  it('that was private is not looked for: TikTok lists public videos only', async () => {
    const tenant = await connector().tenant();
    // Those of the other tests are not looked for either.
    await connector().database.query('UPDATE publications SET due_at = NULL');
    const before = await connector().sandbox.calls(LIST);
    const publishId = await posted(tenant, { privacyLevel: 'SELF_ONLY' });

    await checkedTimes(publishId, 2);

    expect(await connector().sandbox.calls(LIST)).toBe(before);
  });

  it('is asked for again after TikTok was down, and is sent no second time', async () => {
    const tenant = await connector().tenant();
    const publishId = await posted(tenant);
    await connector().sandbox.clearFaults();
    await connector().sandbox.fault({ match: STATUS, kind: 'http500_html', times: 6 });

    await soon(connector(), tenant.api, publishId, 'public');

    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });
});
