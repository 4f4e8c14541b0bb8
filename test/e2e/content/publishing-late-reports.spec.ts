import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { AnswerEditor } from '../../support/answer-editor.js';
import { startConnector, type RunningConnector, type Tenant } from '../../support/connector.js';
import { begin, publish, soon, untilStatus } from '../../support/publishing.js';
import { CHUNK, INIT } from '../../support/sandbox-control.js';
import { clip } from '../../support/media.js';
import { upload } from '../../support/uploads.js';
import { deliver, delivery } from '../../support/webhooks.js';

const STATUS_PATH = '/v2/post/publish/status/fetch/';

let connector: RunningConnector;
let editor: AnswerEditor;
beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    // The tests send the webhooks.
    webhooks: false,
    environment: { TIKTOK_API_BASE_URL: editor.url },
  });
  editor.target = connector.sandbox.url;
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await editor.close();
});
afterEach(async () => {
  editor.clear();
  connector.moveClock(0);
  await connector.sandbox.clearFaults();
});

/** From now on TikTok answers the status of every post. */
const says = (data: object) => editor.edit(STATUS_PATH, ({ error }) => ({ error, data }));

async function tell(publishId: string, event: string, more: object = {}): Promise<void> {
  const [row] = await connector.database.query<{ tiktok_publish_id: string }>(
    'SELECT tiktok_publish_id FROM publications WHERE id = $1',
    [publishId],
  );
  const content = JSON.stringify({
    publish_id: row?.tiktok_publish_id,
    publish_type: 'DIRECT_PUBLISH',
    ...more,
  });
  const { status } = await deliver(
    connector.anonymous,
    delivery({ event: `post.publish.${event}`, content }),
  );
  expect(status).toBe(200);
}

async function failedAtTikTok({ api }: Tenant): Promise<string> {
  says({ status: 'FAILED', fail_reason: 'internal' });
  const publishId = await publish(api);
  await untilStatus(api, publishId, 'failed');
  editor.clear();
  return publishId;
}

interface Attempt {
  publishId: string;
  status: string;
}

describe('a retry of a post that turns out to be posted', () => {
  it('is not published, as it would be a second post', async () => {
    const tenant = await connector.tenant();
    const failed = await failedAtTikTok(tenant);
    const { body: attempt } = await tenant.api.provider<Attempt>('retry-publication', { publishId: failed });
    expect(attempt.status).toBe('ready');

    await tell(failed, 'complete');
    await untilStatus(tenant.api, failed, 'published', 'public');

    const answer = await tenant.api.provider('publish-video', { publishId: attempt.publishId });
    expect(answer).toMatchObject({ status: 409, body: { code: 'posted_already' } });
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('is not published at its time if it was scheduled before', async () => {
    const tenant = await connector.tenant();
    const failed = await failedAtTikTok(tenant);
    const { body: attempt } = await tenant.api.provider<Attempt>('retry-publication', { publishId: failed });
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await tenant.api.provider('publish-video', { publishId: attempt.publishId, publishAt });

    await tell(failed, 'complete');
    await untilStatus(tenant.api, failed, 'published', 'public');
    connector.moveClock(3_700);

    const seen = await soon(connector, tenant.api, attempt.publishId, 'failed', 'public', 'published');
    expect(seen).toMatchObject({ status: 'failed', failCode: 'posted_already' });
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });
});

it.each(['by its status', 'by a webhook'])(
  'a quota refusal reported %s makes the next post wait',
  async (how) => {
    const tenant = await connector.tenant();
    const reason = 'spam_risk_too_many_posts';
    says(
      how === 'by its status' ? { status: 'FAILED', fail_reason: reason } : { status: 'PROCESSING_UPLOAD' },
    );
    const refused = await publish(tenant.api);
    if (how === 'by a webhook') {
      await untilStatus(tenant.api, refused, 'processing');
      await tell(refused, 'failed', { reason });
    }
    expect(await untilStatus(tenant.api, refused, 'failed')).toMatchObject({ failCode: reason });
    editor.clear();
    await eventually(async () => {
      const { body } = await tenant.api.get<{ items: { kind: string }[] }>('/api/notifications');
      return body.items.some(({ kind }) => kind === 'quota_reached');
    });

    const next = await publish(tenant.api);

    expect(await untilStatus(tenant.api, next, 'scheduled', 'public')).toMatchObject({
      status: 'scheduled',
      waitsFor: 'posts_per_day',
    });
  },
);

it('does not fail a post whose last chunk was sent while TikTok does not report its size', async () => {
  const tenant = await connector.tenant();
  await connector.sandbox.fault(
    { match: CHUNK, kind: 'lost_response', times: 1 },
    { match: CHUNK, kind: 'error_code', code: 'x', status: 404 },
  );
  says({ status: 'PROCESSING_UPLOAD' });
  const publishId = await publish(tenant.api);

  const seen = await soon(connector, tenant.api, publishId, 'processing', 'failed', 'unknown');
  expect(seen.status).toBe('processing');
  editor.clear();
  await soon(connector, tenant.api, publishId, 'public');
});

it('checks an unknown outcome again once the account is reconnected', async () => {
  const tenant = await connector.tenant();
  await connector.sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
  const publishId = await publish(tenant.api);
  await untilStatus(tenant.api, publishId, 'unknown');
  await connector.sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });
  const due = async () => {
    const [row] = await connector.database.query<{ due_at: Date | null }>(
      'SELECT due_at FROM publications WHERE id = $1',
      [publishId],
    );
    return row?.due_at;
  };
  await eventually(async () => {
    await connector.hurry();
    return (await due()) === null;
  });

  await connector.sandbox.control('/clock', { advanceSeconds: 601 });
  await connector.connect(tenant.api, { account: tenant.username });

  await eventually(async () => (await due()) !== null);
});

it('rejects an upload for a cancelled publication with that reason', async () => {
  const { api } = await connector.tenant();
  const { publishId, uploadUrl } = await begin(api);
  await api.provider('cancel-publication', { publishId });

  const { status, body } = await upload(api, uploadUrl, await clip(), 'raw');

  expect({ status, body }).toMatchObject({ status: 409, body: { code: 'publication_cancelled' } });
});
