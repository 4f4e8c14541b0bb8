import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.js';
import { KEYS, SandboxClient } from '../testing/sandbox-client.js';
import { type Received, WebhookReceiver } from '../testing/webhook-receiver.js';
import { webhookSignature } from './webhook-signature.js';

function isSigned({ signature, body }: Received, secret: string): boolean {
  const timestamp = Number(/^t=(\d+),/.exec(signature)?.[1]);
  return signature === webhookSignature(secret, timestamp, body);
}

describe('webhookSignature', () => {
  it('is HMAC-SHA256 over timestamp, dot and raw body', () => {
    const expected = createHmac('sha256', 'secret').update('1633174587.{"a":1}').digest('hex');
    expect(webhookSignature('secret', 1_633_174_587, '{"a":1}')).toBe(`t=1633174587,s=${expected}`);
  });
});

describe('webhooks', () => {
  let receiver: WebhookReceiver;
  let client: SandboxClient;
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    client = await SandboxClient.start({ webhookUrl: receiver.url, webhookRetryMs: 60_000 });
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const arrived = (count: number): Promise<Received[]> =>
    eventually(() => receiver.received.length >= count && receiver.received);
  const deliveries = async (): Promise<Record<string, unknown>[]> => {
    const answer = await client.control('/webhooks', {}, 'GET');
    return answer.json['deliveries'] as unknown as Record<string, unknown>[];
  };

  it('reports a removed authorization, with content as a string', async () => {
    const tokens = await client.connect();
    await client.form('/v2/oauth/revoke/', { ...KEYS, token: String(tokens['access_token']) });
    const [delivery] = await arrived(1);
    expect(isSigned(delivery!, 'sandbox-client-secret')).toBe(true);
    expect(JSON.parse(delivery!.body)).toEqual({
      client_key: 'sandbox-client-key',
      event: 'authorization.removed',
      create_time: expect.any(Number),
      user_openid: tokens['open_id'],
      content: '{"reason":5}',
    });
  });

  it('notifies the business app of a comment, with ids as bare numbers', async () => {
    const { json } = await client.control('/comments', { username: 'lena.k', text: 'Price?' });
    const [delivery] = await arrived(1);
    expect(isSigned(delivery!, 'sandbox-business-secret')).toBe(true);
    const body = JSON.parse(delivery!.body) as Record<string, string>;
    expect(body).toMatchObject({ client_key: '7400000000000000001', event: 'comment.update' });
    expect(body['user_openid']).toMatch(/^_000/);
    expect(body['content']).toContain(
      `{"comment_id":${String(json['commentId'])},"video_id":${String(json['videoId'])},"parent_comment_id":0,`,
    );
    expect(JSON.parse(body['content'] ?? '')).toMatchObject({
      comment_type: 'comment',
      comment_action: 'insert',
      text: 'Price?',
    });
  });

  it('retries after any status but 200, with growing waits', async () => {
    receiver.answers = [500, 204];
    await client.control('/webhooks/emit', { event: 'authorization.removed', content: { reason: 1 } });
    for (const [attempt, seconds] of [60, 120].entries()) {
      await eventually(async () => (await deliveries())[0]?.['lastResult'] === [500, 204][attempt]);
      await client.control('/clock', { advanceSeconds: seconds });
    }
    await eventually(async () => (await deliveries())[0]?.['state'] === 'delivered');
    const bodies = receiver.received.map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(1);
  });

  it('stops after the last attempt', async () => {
    await client.control('/settings', { webhookMaxAttempts: 1 });
    receiver.answers = [500];
    await client.control('/webhooks/emit', { event: 'x.y' });
    await eventually(async () => (await deliveries())[0]?.['state'] === 'gave_up');
  });

  it('sends duplicate, late and wrongly signed events on demand', async () => {
    const emit = (more: object) => client.control('/webhooks/emit', { event: 'some.event', ...more });
    await emit({ duplicate: true });
    const [first, second] = await arrived(2);
    expect(second?.body).toBe(first?.body);
    await emit({ badSignature: true });
    const bad = (await arrived(3))[2]!;
    expect(isSigned(bad, 'sandbox-client-secret')).toBe(false);
    await emit({ late: true });
    const late = (await arrived(4))[3]!;
    expect(isSigned(late, 'sandbox-client-secret')).toBe(true);
    const age = Date.now() / 1000 - Number(/^t=(\d+)/.exec(late.signature)?.[1]);
    expect(age).toBeGreaterThanOrEqual(3600);
    await emit({ delaySeconds: 500 });
    await client.control('/clock', { advanceSeconds: 500 });
    await arrived(5);
  });

  it('delivers a list in the wrong order, each event with its own time', async () => {
    await client.control('/webhooks/emit', {
      outOfOrder: true,
      events: [
        { event: 'post.publish.complete', content: { publish_id: 'p' } },
        { event: 'post.publish.publicly_available', content: { publish_id: 'p' } },
      ],
    });
    await arrived(2);
    expect(receiver.events()).toEqual(['post.publish.publicly_available', 'post.publish.complete']);
    const times = receiver.received.map(
      ({ body }) => (JSON.parse(body) as { create_time: number }).create_time,
    );
    expect(times[0]).toBeGreaterThan(times[1] ?? 0);
  });

  it('delivers nothing, also later, while webhooks are lost', async () => {
    const emit = () =>
      client.control('/webhooks/emit', { event: 'authorization.removed', content: { reason: 1 } });
    await client.control('/settings', { webhooksLost: true });
    await emit();
    await client.control('/settings', { webhooksLost: false });
    await emit();
    await arrived(1);
    expect(await deliveries()).toHaveLength(1);
  });

  it('delivers everything twice, by setting, and omits the user where TikTok does', async () => {
    await client.control('/settings', { webhookDuplicates: true });
    await client.control('/webhooks/emit', {
      event: 'portability.download.ready',
      content: { request_id: 1 },
    });
    const [first, second] = await arrived(2);
    expect(first?.body).toBe(second?.body);
    expect(Object.keys(JSON.parse(first?.body ?? '') as object)).toEqual([
      'client_key',
      'event',
      'create_time',
      'content',
    ]);
  });

  const tried = async (count: number): Promise<unknown> =>
    eventually(async () => (await deliveries())[0]?.['attempts'] === count);

  it('keeps the first signature for every attempt, by setting', async () => {
    await client.control('/settings', { webhookRetrySignature: 'kept' });
    receiver.answers = [500, 500];
    await client.control('/webhooks/emit', { event: 'authorization.removed', content: { reason: 1 } });
    await arrived(1);
    await tried(1);
    const before = receiver.received[0]?.signature;
    await eventually(async () => {
      await client.control('/clock', { advanceSeconds: 60 });
      return receiver.received.length >= 2;
    });
    expect(receiver.received[1]?.signature).toBe(before);
  });

  it('stops when the next attempt would be too late', async () => {
    await client.control('/settings', { webhookGiveUpHours: 0 });
    receiver.answers = [500];
    await client.control('/webhooks/emit', { event: 'x.y' });
    await eventually(async () => (await deliveries())[0]?.['state'] === 'gave_up');
  });
});
