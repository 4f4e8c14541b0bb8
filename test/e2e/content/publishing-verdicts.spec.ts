import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { AnswerEditor } from '../../support/answer-editor.js';
import { startConnector, type RunningConnector, type Tenant } from '../../support/connector.js';
import { largeVideo, type VideoFile } from '../../support/media.js';
import { begin, ready, soon, statusOf } from '../../support/publishing.js';
import { CHUNK, CREATOR_INFO, INIT, STATUS, TOKEN } from '../../support/sandbox-control.js';
import { uploadFile } from '../../support/uploads.js';
import { deliver, delivery } from '../../support/webhooks.js';

const UPLOAD_PATH = '/upload/video/';
const CREATOR_INFO_PATH = '/v2/post/publish/creator_info/query/';
const POST_ID = '7602997517160123666';

let connector: RunningConnector;
let editor: AnswerEditor;
let file: VideoFile;

beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    // The tests send the webhooks.
    webhooks: false,
    environment: { TIKTOK_API_BASE_URL: editor.url, TIKTOK_KEEP_RATE_LIMITS: 'false' },
  });
  editor.target = connector.sandbox.url;
  file = await largeVideo(65_000_000);
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await editor.close();
  await file.remove();
});
afterEach(async () => {
  editor.clear();
  await connector.sandbox.clearFaults();
});

interface Row {
  status: string;
  last_error: string | null;
  due_at: Date | null;
  init_sent_at: Date | null;
  tiktok_publish_id: string;
}

async function rowOf(publishId: string): Promise<Row> {
  const [row] = await connector.database.query<Row>('SELECT * FROM publications WHERE id = $1', [publishId]);
  if (!row) throw new Error('there is no such publication');
  return row;
}

/** Publishes a ready publication on its last attempt. */
async function publishWithOneAttempt({ api }: Tenant, publishId: string): Promise<void> {
  await connector.database.query('UPDATE publications SET attempts = 12 WHERE id = $1', [publishId]);
  await api.provider('publish-video', { publishId });
}

async function publishLarge({ api }: Tenant, attempts = 0): Promise<string> {
  const { publishId, uploadUrl } = await begin(api);
  await uploadFile(uploadUrl, file, 'raw');
  await connector.database.query('UPDATE publications SET attempts = $2 WHERE id = $1', [
    publishId,
    attempts,
  ]);
  await api.provider('publish-video', { publishId });
  return publishId;
}

async function publishSmall(tenant: Tenant): Promise<string> {
  const publishId = await ready(tenant.api);
  await tenant.api.provider('publish-video', { publishId });
  return publishId;
}

/** Sends a webhook about the post. @param second of one minute */
async function tell(publishId: string, event: string, second = 0, more: object = {}): Promise<void> {
  const { tiktok_publish_id: tiktokId } = await rowOf(publishId);
  const content = JSON.stringify({ publish_id: tiktokId, publish_type: 'DIRECT_PUBLISH', ...more });
  const create_time = Math.floor(Date.now() / 60_000) * 60 + second;
  const { status } = await deliver(
    connector.anonymous,
    delivery({ event: `post.publish.${event}`, create_time, content }),
  );
  expect(status).toBe(200);
  await eventually(async () => {
    const [open] = await connector.database.query(
      `SELECT 1 FROM webhook_events WHERE status = 'received' LIMIT 1`,
    );
    return open === undefined;
  });
}

describe('if TikTok stays unreachable until the last attempt', () => {
  it('fails a publication that was not started, and says that nothing was posted', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault({ match: CREATOR_INFO, kind: 'reset' });
    const publishId = await ready(tenant.api);

    await publishWithOneAttempt(tenant, publishId);

    const { failCode, failReason } = await soon(
      connector,
      tenant.api,
      publishId,
      'failed',
      'unknown',
      'public',
    );
    expect(failCode).toBe('tiktok_unreachable');
    expect(failReason).toContain('Nothing was posted');
    expect(await connector.sandbox.publicationsOf(tenant.username)).toEqual([]);
  });

  it('polls TikTok if it has every byte, and reports the post', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault({ match: CHUNK, kind: 'lost_response' });
    const publishId = await ready(tenant.api);

    await publishWithOneAttempt(tenant, publishId);

    const seen = await soon(connector, tenant.api, publishId, 'public', 'failed', 'unknown');
    expect(seen).toMatchObject({ status: 'public', postIds: [expect.any(String)] });
    expect(seen.progress?.uploadedBytes).toBe(seen.progress?.totalBytes);
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('fails a publication with missing chunks, as TikTok cannot post it', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault({ match: CHUNK, kind: 'reset', after: 2 });

    const publishId = await publishLarge(tenant, 12);

    const { failCode, failReason } = await soon(
      connector,
      tenant.api,
      publishId,
      'failed',
      'unknown',
      'public',
    );
    expect(failCode).toBe('transfer_incomplete');
    expect(failReason).toContain('Nothing was posted');
    const [post] = await connector.sandbox.publicationsOf(tenant.username);
    expect(post).toMatchObject({ status: 'PROCESSING_UPLOAD', receivedBytes: 20_000_000 });
  });

  it('fails a publication without its last chunk once TikTok accepts no more', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault({ match: CHUNK, kind: 'reset' });
    const publishId = await ready(tenant.api);
    await publishWithOneAttempt(tenant, publishId);
    await soon(connector, tenant.api, publishId, 'processing');

    await connector.database.query(
      `UPDATE publications SET init_sent_at = now() - interval '61 minutes' WHERE id = $1`,
      [publishId],
    );

    const { failCode } = await soon(connector, tenant.api, publishId, 'failed', 'unknown', 'public');
    expect(failCode).toBe('transfer_incomplete');
  });
});

describe('if TikTok accepts no more bytes', () => {
  it('makes the outcome unknown if TikTok does not say whether it has them all', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault(
      { match: CHUNK, kind: 'error_code', code: 'x', status: 404 },
      { match: STATUS, kind: 'error_code', code: 'invalid_publish_id', status: 400 },
    );

    const publishId = await publishSmall(tenant);

    const { status, failCode, failReason } = await soon(
      connector,
      tenant.api,
      publishId,
      'unknown',
      'failed',
      'public',
    );
    expect({ status, failCode }).toEqual({ status: 'unknown', failCode: 'transfer_outcome_unknown' });
    expect(failReason).toContain('Check the account before you publish again');
  });

  it('offers an expected chunk a few times and again later, never in a tight loop', async () => {
    const tenant = await connector.tenant();
    const before = editor.callsOf(UPLOAD_PATH);
    editor.answer(UPLOAD_PATH, { status: 416, headers: { 'content-range': 'bytes 0-0/65000000' } });

    const publishId = await publishLarge(tenant);

    const { last_error: reason } = await eventually(async () => {
      const row = await rowOf(publishId);
      return row.last_error !== null && row;
    });
    expect(reason).toBe('TikTok still expects byte 0');
    expect(editor.callsOf(UPLOAD_PATH) - before).toBe(4);
    editor.clear();
    await soon(connector, tenant.api, publishId, 'public');
    expect(await connector.sandbox.publicationsOf(tenant.username)).toMatchObject([{ sha256: file.sha256 }]);
  });
});

describe('if TikTok reports that the post exists', () => {
  it('overrules an earlier failure', async () => {
    const tenant = await connector.tenant();
    await connector.sandbox.fault({ match: CHUNK, kind: 'error_code', code: 'x', status: 403 });
    const publishId = await publishSmall(tenant);
    await soon(connector, tenant.api, publishId, 'failed');

    await tell(publishId, 'publicly_available', 0, { post_id: POST_ID });

    const seen = await statusOf(tenant.api, publishId);
    expect(seen).toMatchObject({ status: 'public', postIds: [POST_ID] });
    expect(seen).not.toHaveProperty('failCode');
    expect(seen).not.toHaveProperty('failReason');
  });

  it('applies the latest of show and hide events, in any order', async () => {
    const tenant = await connector.tenant();
    const publishId = await publishSmall(tenant);
    await soon(connector, tenant.api, publishId, 'public');
    const post = { post_id: POST_ID };

    await tell(publishId, 'no_longer_publicaly_available', 2, post);
    expect((await statusOf(tenant.api, publishId)).status).toBe('removed');
    await tell(publishId, 'publicly_available', 3, post);
    expect((await statusOf(tenant.api, publishId)).status).toBe('public');
    await tell(publishId, 'no_longer_publicaly_available', 1, post);
    expect((await statusOf(tenant.api, publishId)).status).toBe('public');
    await tell(publishId, 'no_longer_publicaly_available', 5, post);
    await tell(publishId, 'publicly_available', 4, post);
    expect((await statusOf(tenant.api, publishId)).status).toBe('removed');
  });

  it('keeps the file until a transfer under way ends, and counts all of it as sent', async () => {
    const tenant = await connector.tenant();
    const files = (await connector.stagedFiles()).length;
    await connector.sandbox.fault({ match: CHUNK, kind: 'hang', after: 2, times: 1 });
    const publishId = await publishLarge(tenant);
    await eventually(
      async () => (await statusOf(tenant.api, publishId)).progress?.uploadedBytes === 20_000_000,
    );

    await tell(publishId, 'publicly_available', 0, { post_id: POST_ID });

    const seen = await statusOf(tenant.api, publishId);
    expect(seen).toMatchObject({ status: 'public', progress: { uploadedBytes: file.size } });
    expect((await connector.stagedFiles()).length).toBe(files + 1);
    // Simulates that the worker with the hanging chunk is gone.
    await connector.database.query('UPDATE publications SET lease_until = now() WHERE id = $1', [publishId]);
    await eventually(async () => (await connector.stagedFiles()).length === files);
    expect(await rowOf(publishId)).toMatchObject({ status: 'public', due_at: null, last_error: null });
  });

  it('sends no more bytes if the post ended during the transfer', async () => {
    const tenant = await connector.tenant();
    const files = (await connector.stagedFiles()).length;
    await connector.sandbox.fault({ match: CHUNK, kind: 'slow', after: 1, times: 1 });
    const publishId = await publishLarge(tenant);
    await eventually(
      async () => (await statusOf(tenant.api, publishId)).progress?.uploadedBytes === 10_000_000,
    );

    await tell(publishId, 'failed', 0, { reason: 'file_format_check_failed' });

    await eventually(async () => (await connector.stagedFiles()).length === files);
    expect(await statusOf(tenant.api, publishId)).toMatchObject({
      status: 'failed',
      failCode: 'file_format_check_failed',
    });
    expect(await rowOf(publishId)).toMatchObject({ due_at: null, last_error: null });
    const [post] = await connector.sandbox.publicationsOf(tenant.username);
    expect(post?.receivedBytes).toBe(20_000_000);
  });
});

/** Complete, but not moderated yet. */
async function published(): Promise<{ tenant: Tenant; publishId: string }> {
  await connector.sandbox.control('/settings', { moderationMs: 600_000 });
  const tenant = await connector.tenant();
  const publishId = await publishSmall(tenant);
  await soon(connector, tenant.api, publishId, 'published');
  await connector.sandbox.control('/settings', { moderationMs: 100 });
  return { tenant, publishId };
}

describe('a published post without its id', () => {
  it('is no longer polled once TikTok refuses', async () => {
    const { tenant, publishId } = await published();
    await connector.sandbox.fault({
      match: STATUS,
      kind: 'error_code',
      code: 'invalid_publish_id',
      status: 400,
    });

    await eventually(async () => {
      await connector.hurry();
      return (await rowOf(publishId)).due_at === null;
    });
    const seen = await statusOf(tenant.api, publishId);
    expect(seen.status).toBe('published');
    expect(seen).not.toHaveProperty('failCode');
  });

  it('is not polled while the account is disconnected, and is polled again afterwards', async () => {
    const { tenant, publishId } = await published();
    await connector.sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });

    await eventually(async () => {
      await connector.hurry();
      return (await rowOf(publishId)).due_at === null;
    });
    expect(await statusOf(tenant.api, publishId)).toMatchObject({ status: 'published', postIds: [] });
    await connector.sandbox.control('/clock', { advanceSeconds: 601 });
    await connector.connect(tenant.api, { account: tenant.username });

    await soon(connector, tenant.api, publishId, 'public');
  });
});

describe('an unexpected answer', () => {
  it('retries creator info without data, and posts once', async () => {
    const tenant = await connector.tenant();
    editor.edit(CREATOR_INFO_PATH, ({ error }) => ({ error }));
    const publishId = await publishSmall(tenant);
    await eventually(async () => (await rowOf(publishId)).last_error?.includes('without privacy levels'));

    editor.clear();

    await soon(connector, tenant.api, publishId, 'public');
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('fails the publication if creator info never has data', async () => {
    const tenant = await connector.tenant();
    editor.edit(CREATOR_INFO_PATH, ({ error }) => ({ error }));
    const publishId = await ready(tenant.api);
    const before = editor.callsOf(CREATOR_INFO_PATH);

    await publishWithOneAttempt(tenant, publishId);

    expect(await soon(connector, tenant.api, publishId, 'failed', 'unknown', 'public')).toMatchObject({
      status: 'failed',
      failCode: 'tiktok_unreachable',
    });
    expect(editor.callsOf(CREATOR_INFO_PATH) - before).toBe(1);
  });

  it('ignores a status answer without a status', async () => {
    const tenant = await connector.tenant();
    editor.edit('/v2/post/publish/status/fetch/', ({ error }) => ({ error, data: { log: 'x' } }));
    const publishId = await publishSmall(tenant);
    await eventually(async () => (await rowOf(publishId)).last_error?.includes('without a status'));

    editor.clear();

    await soon(connector, tenant.api, publishId, 'public');
  });

  it('makes the outcome unknown if init is accepted without an id', async () => {
    const tenant = await connector.tenant();
    editor.edit('/v2/post/publish/video/init/', ({ error }) => ({ error, data: {} }));

    const publishId = await publishSmall(tenant);

    expect(await soon(connector, tenant.api, publishId, 'failed', 'unknown', 'public')).toMatchObject({
      status: 'unknown',
      failCode: 'init_outcome_unknown',
    });
  });

  it('reports an internal error with a readable reason', async () => {
    const tenant = await connector.tenant();
    const publishId = await ready(tenant.api);
    // Makes a statement fail unexpectedly, right before init is sent.
    const { query } = connector.database;
    await query(
      `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a fault'; END $$`,
    );
    await query(`CREATE TRIGGER fault BEFORE UPDATE ON publications FOR EACH ROW
      WHEN (NEW.id = '${publishId}' AND OLD.init_sent_at IS NULL AND NEW.init_sent_at IS NOT NULL) EXECUTE FUNCTION fault()`);

    await publishWithOneAttempt(tenant, publishId);

    const { status, failCode, failReason } = await soon(
      connector,
      tenant.api,
      publishId,
      'failed',
      'unknown',
      'public',
    );
    await query('DROP FUNCTION fault() CASCADE');
    expect({ status, failCode }).toEqual({ status: 'failed', failCode: 'internal_fault' });
    expect(failReason).toMatch(/^[A-Z].*contact your administrator/);
  });
});

describe('a publication whose account must be reconnected', () => {
  it('waits, says why, and is posted once afterwards', async () => {
    const tenant = await connector.tenant();
    const publishId = await ready(tenant.api);
    await connector.sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });
    await tenant.api.provider('publish-video', { publishId });
    const waiting = await eventually(async () => {
      const seen = await statusOf(tenant.api, publishId);
      return seen.failCode !== undefined && seen;
    });
    expect(waiting).toMatchObject({ status: 'publishing', failCode: 'reconnect_needed', postIds: [] });
    expect(waiting.failReason).toMatch(/Connect the account again/);

    await connector.connect(tenant.api, { account: tenant.username });

    const seen = await soon(connector, tenant.api, publishId, 'public');
    expect(seen).not.toHaveProperty('failCode');
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('sends init afterwards if the account was lost at init', async () => {
    const tenant = await connector.tenant();
    const before = await connector.sandbox.calls(INIT);
    await connector.sandbox.fault(
      { match: INIT, kind: 'error_code', code: 'access_token_invalid', status: 401, times: 1 },
      { match: TOKEN, kind: 'error_code', code: 'invalid_grant' },
    );
    const publishId = await publishSmall(tenant);
    await eventually(async () => (await statusOf(tenant.api, publishId)).failCode === 'reconnect_needed');
    expect(await rowOf(publishId)).toMatchObject({ status: 'publishing', init_sent_at: null });
    await connector.sandbox.clearFaults();

    await connector.connect(tenant.api, { account: tenant.username });

    await soon(connector, tenant.api, publishId, 'public', 'unknown');
    expect((await connector.sandbox.calls(INIT)) - before).toBe(2);
    expect(await connector.sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('resumes the transfer with the bytes that TikTok lacks', async () => {
    const tenant = await connector.tenant();
    // TikTok rejects the chunk, and the status call as well.
    await connector.sandbox.fault({
      match: CHUNK,
      kind: 'error_code',
      code: 'x',
      status: 404,
      after: 2,
      times: 1,
    });
    await connector.sandbox.fault({
      match: STATUS,
      kind: 'error_code',
      code: 'access_token_invalid',
      status: 401,
      times: 1,
    });
    await connector.sandbox.fault({ match: TOKEN, kind: 'error_code', code: 'invalid_grant' });
    const publishId = await publishLarge(tenant);
    await eventually(async () => (await statusOf(tenant.api, publishId)).failCode === 'reconnect_needed');
    expect((await rowOf(publishId)).status).toBe('publishing');
    await connector.sandbox.clearFaults();

    await connector.connect(tenant.api, { account: tenant.username });

    await soon(connector, tenant.api, publishId, 'public', 'unknown', 'failed');
    expect(await connector.sandbox.publicationsOf(tenant.username)).toMatchObject([{ sha256: file.sha256 }]);
  });
});
