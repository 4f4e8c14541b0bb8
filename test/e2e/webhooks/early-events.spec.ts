import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, untilStatus } from '../../support/given/publications.js';
import {
  BUSINESS_APP_ID,
  BUSINESS_SECRET,
  deliver,
  delivery,
  SECRET,
  signature,
} from '../../support/given/webhook-deliveries.js';

const connector = useConnector();
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);

interface Row {
  id: string;
  status: string;
  failure: string | null;
  last_error: string | null;
  attempts: number;
  pause: number | null;
}
interface Conversation {
  id: string;
  videoId: string;
}
interface Message {
  commentId: string;
  text: string | null;
  visibility: string;
}

async function rowOf(body: string): Promise<Row | undefined> {
  const [row] = await query<Row>(
    `SELECT id, status, failure, last_error, attempts, extract(epoch FROM due_at - now())::int AS pause
     FROM webhook_events WHERE raw_body = $1`,
    [Buffer.from(body)],
  );
  return row;
}

/** Waits until the event has been checked in vain, or is settled. */
async function seen(body: string): Promise<Row> {
  return await eventually(async () => {
    const row = await rowOf(body);
    return row && (row.last_error !== null || row.status !== 'received') && row;
  });
}

async function settled(body: string): Promise<Row> {
  return await eventually(async () => {
    await connector().hurry('webhook');
    const row = await rowOf(body);
    return row && row.status !== 'received' && row;
  });
}

/** A comment event for an app in which the account's id is unknown: only the video identifies the account. */
function comment(videoId: string, over: object = {}): string {
  const content = {
    comment_id: `7602997517${Math.random().toString().slice(2, 11)}`,
    video_id: videoId,
    parent_comment_id: 0,
    comment_type: 'comment',
    comment_action: 'insert',
    timestamp: Date.now(),
    text: 'Price?',
    ...over,
  };
  const parts = { client_key: BUSINESS_APP_ID, event: 'comment.update', user_openid: 'of-the-business-app' };
  return delivery({ ...parts, content: JSON.stringify(content) });
}

async function tell(body: string, secret = BUSINESS_SECRET): Promise<string> {
  const { status } = await deliver(connector().anonymous, body, { header: signature(body, secret) });
  expect(status).toBe(200);
  return body;
}

async function conversationsOf({ api }: Tenant): Promise<Conversation[]> {
  return (await api.get<PageBody<Conversation>>('/api/crm-inbox/conversations')).body.items;
}

async function messagesOf(tenant: Tenant): Promise<Message[]> {
  const [conversation] = await conversationsOf(tenant);
  const path = `/api/crm-inbox/conversations/${conversation?.id}/messages`;
  return (await tenant.api.get<PageBody<Message>>(path)).body.items;
}

async function sync({ api }: Tenant): Promise<void> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'videos',
  });
  await eventually(async () => {
    const runs = await api.get<PageBody<{ id: string; status: string }>>('/api/sync/runs');
    return runs.body.items.find(({ id }) => id === body.runIds[0])?.status === 'succeeded';
  });
}

async function videoIdOf({ username }: Tenant): Promise<string> {
  const path = `/videos?account=${username}`;
  const { videos } = await connector().sandbox.read<{ videos: { id: string }[] }>(path);
  return videos[0]?.id ?? '';
}

function receivedHoursAgo(body: string, hours: number): Promise<unknown> {
  return query(
    `UPDATE webhook_events SET received_at = now() - make_interval(hours => $2) WHERE raw_body = $1`,
    [Buffer.from(body), hours],
  );
}

describe('An early comment.update', () => {
  it('reaches the inbox for our own post before a sync has seen it', async () => {
    const tenant = await connector().tenant();
    const { postIds } = await untilStatus(tenant.api, await publish(tenant.api), 'public');
    const [videoId = ''] = postIds;

    const body = await tell(comment(videoId));

    expect(await settled(body)).toMatchObject({ status: 'processed' });
    expect(await conversationsOf(tenant)).toMatchObject([{ videoId }]);
  });

  it('waits for an unknown video, and reaches the inbox after a sync has seen it', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    const videoId = await videoIdOf(tenant);
    const body = await tell(comment(videoId));
    expect(await seen(body)).toMatchObject({
      status: 'received',
      last_error: 'No connected account has this video.',
      attempts: 0,
    });

    await sync(tenant);

    expect(await settled(body)).toMatchObject({ status: 'processed', failure: null });
    expect(await messagesOf(tenant)).toMatchObject([{ text: 'Price?', visibility: 'public' }]);
  });

  it('is checked less and less often, and ignored with a reason after two days', async () => {
    const body = await tell(comment('7602997517160199999'));
    expect((await seen(body)).pause).toBeLessThanOrEqual(2);
    await receivedHoursAgo(body, 47);
    await connector().hurry('webhook');
    await eventually(async () => ((await rowOf(body))?.pause ?? 0) > 1_500);

    await receivedHoursAgo(body, 48);

    expect(await settled(body)).toMatchObject({
      status: 'ignored',
      failure: 'No connected account has this video.',
    });
  });

  it('waits for a gone video until it is back', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    const videoId = await videoIdOf(tenant);
    await sync(tenant);
    await connector().sandbox.control(`/videos/${videoId}`, { public: false });
    await sync(tenant);

    const body = await tell(comment(videoId));

    expect(await seen(body)).toMatchObject({ status: 'received' });
    expect(await conversationsOf(tenant)).toEqual([]);
    await connector().sandbox.control(`/videos/${videoId}`, { public: true });
    await sync(tenant);
    expect(await settled(body)).toMatchObject({ status: 'processed' });
  });

  it('is not routed to our own post that is gone', async () => {
    const tenant = await connector().tenant();
    const { postIds } = await untilStatus(tenant.api, await publish(tenant.api), 'public');
    const [videoId = ''] = postIds;
    await sync(tenant);
    await connector().sandbox.control(`/videos/${videoId}`, { public: false });
    await sync(tenant);

    const body = await tell(comment(videoId));

    expect(await seen(body)).toMatchObject({ status: 'received' });
    expect(await conversationsOf(tenant)).toEqual([]);
  });

  it('deletes a comment from the inbox although its video is gone', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    const videoId = await videoIdOf(tenant);
    await sync(tenant);
    const once = { comment_id: '7602997517160123666' };
    await settled(await tell(comment(videoId, once)));
    await connector().sandbox.control(`/videos/${videoId}`, { public: false });
    await sync(tenant);

    const deleted = { ...once, comment_action: 'delete', timestamp: Date.now() + 1 };
    expect(await settled(await tell(comment(videoId, deleted)))).toMatchObject({ status: 'processed' });

    expect(await messagesOf(tenant)).toMatchObject([{ visibility: 'deleted', text: null }]);
  });
});

describe('An early post.publish event', () => {
  const NEWS = 'post.publish.inbox_delivered';

  async function news(tenant: Tenant, publishId: unknown, event = NEWS): Promise<string> {
    const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
      tenant.integrationId,
    ]);
    const content = JSON.stringify({ publish_id: publishId, publish_type: 'INBOX_SHARE' });
    return await tell(delivery({ event, user_openid: row?.open_id, content }), SECRET);
  }

  it('waits until the publish_id is saved', async () => {
    const tenant = await connector().tenant();
    const id = await publish(tenant.api);
    await untilStatus(tenant.api, id, 'public');
    const early = `v_pub_file~v2-1.early-${id}`;
    const body = await news(tenant, early, 'post.publish.publicly_available');
    expect(await seen(body)).toMatchObject({ status: 'received' });
    const { body: page } =
      await tenant.api.get<PageBody<{ status: string; failure: string }>>('/api/webhooks/events');
    expect(page.items.filter(({ status }) => status === 'received')).toMatchObject([
      { failure: 'No publication has this publish_id.' },
    ]);

    await query('UPDATE publications SET tiktok_publish_id = $2 WHERE id = $1', [id, early]);

    expect(await settled(body)).toMatchObject({ status: 'processed', failure: null });
  });

  it('is ignored with a reason after an hour without such a post', async () => {
    const tenant = await connector().tenant();
    const body = await news(tenant, 'v_pub_file~v2-1.unknown');
    expect(await seen(body)).toMatchObject({ status: 'received' });
    await receivedHoursAgo(body, 1);

    expect(await settled(body)).toMatchObject({
      status: 'ignored',
      failure: 'No publication has this publish_id.',
    });
  });

  it('is ignored at once for an abandoned upload', async () => {
    const tenant = await connector().tenant();
    const id = await publish(tenant.api);
    await untilStatus(tenant.api, id, 'public');
    const former = `v_pub_file~v2-1.former-${id}`;
    await query('UPDATE publications SET former_publish_ids = ARRAY[$2] WHERE id = $1', [id, former]);

    expect(await seen(await news(tenant, former))).toMatchObject({ status: 'ignored', failure: null });
  });

  it('is ignored with a reason without a publish_id', async () => {
    const tenant = await connector().tenant();

    expect(await seen(await news(tenant, null))).toMatchObject({
      status: 'ignored',
      failure: 'The event has no publish_id.',
    });
  });
});

it('ends a connection whose authorization.removed arrives before its commit', async () => {
  const tenant = await connector().tenant();
  const credential = `(SELECT credential_id FROM integrations WHERE id = '${tenant.integrationId}')`;
  const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    tenant.integrationId,
  ]);
  await query(`UPDATE credentials SET subject = 'not yet' WHERE id = ${credential}`);
  const parts = { event: 'authorization.removed', user_openid: row?.open_id, content: '{"reason":1}' };
  const body = await tell(delivery(parts), SECRET);
  expect(await seen(body)).toMatchObject({
    status: 'received',
    last_error: 'The TikTok account is not connected.',
  });

  await query(`UPDATE credentials SET subject = $1 WHERE id = ${credential}`, [row?.open_id]);

  expect(await settled(body)).toMatchObject({ status: 'processed' });
  const { body: page } = await tenant.api.get<PageBody<{ status: string }>>('/api/integrations');
  expect(page.items).toMatchObject([{ status: 'expired' }]);
});
