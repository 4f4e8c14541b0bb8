import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import type { OpenApiDocument } from '../../support/contract.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, untilStatus } from '../../support/given/publications.js';

const connector = useConnector();

// B has its own account, so that its lists are not trivially empty.
let a: Tenant;
let b: Tenant;
let publishId: string;
let postId: string;
let conversationId: string;

async function populate({
  api,
}: Tenant): Promise<{ publishId: string; postId: string; conversationId: string }> {
  const id = await publish(api);
  const { postIds } = await untilStatus(api, id, 'public');
  await api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'all' });
  const videoId = postIds[0] ?? '';
  await eventually(async () => (await texts(api, '/api/social-activity/videos')).includes(videoId));
  await connector().sandbox.control('/comments', {
    username: 'lena.k',
    videoId,
    text: 'secret of this organisation',
  });
  const conversation = await eventually(async () => {
    const { body } = await api.get<PageBody<{ id: string }>>('/api/crm-inbox/conversations');
    return body.items[0];
  });
  await eventually(async () => {
    const { body } = await api.get<PageBody<{ status: string }>>('/api/webhooks/events');
    return body.items.length >= 3 && body.items.every(({ status }) => status !== 'received');
  });
  return { publishId: id, postId: videoId, conversationId: conversation.id };
}

async function texts(api: ApiClient, path: string): Promise<string> {
  return JSON.stringify((await api.get(`${path}?limit=200`)).body);
}

beforeAll(async () => {
  [a, b] = await Promise.all([connector().tenant({ videos: 2 }), connector().tenant({ videos: 2 })]);
  ({ publishId, postId, conversationId } = await populate(a));
  await populate(b);
}, 30_000);

describe('Isolation of organisations', () => {
  const lists: [string, (own: string) => void][] = [
    ['/api/integrations', (own) => expect(own).toContain(a.username)],
    ['/api/social-activity/videos', (own) => expect(own).toContain(postId)],
    ['/api/sync/runs', (own) => expect(own).toContain(a.integrationId)],
    ['/api/sync/schedules', (own) => expect(own).toContain(a.integrationId)],
    ['/api/webhooks/events', (own) => expect(own).toContain(postId)],
    ['/api/publications', (own) => expect(own).toContain(publishId)],
    ['/api/audit', (own) => expect(own).toContain(a.integrationId)],
    ['/api/crm-inbox/conversations', (own) => expect(own).toContain(conversationId)],
  ];
  it.each(lists)('hides rows of another organisation in %s', async (path, hasItsOwn) => {
    hasItsOwn(await texts(a.api, path));
    const foreign = await texts(b.api, path);

    for (const secret of [a.organisationId, a.username, a.integrationId, publishId, postId, conversationId])
      expect(foreign).not.toContain(secret);
    expect((await b.api.get<PageBody<unknown>>(path)).body.items.length).toBeGreaterThan(0);
  });

  it('hides a conversation of another organisation', async () => {
    const path = `/api/crm-inbox/conversations/${conversationId}/messages`;
    expect(await texts(a.api, path)).toContain('secret of this organisation');

    const foreign = await b.api.get<ProblemBody>(path);

    expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_conversation' } });
  });

  it('hides a publication of another organisation from every action', async () => {
    const actions = ['publish-video', 'publish-photo', 'get-publish-status', 'validate-publication'];
    const changes = [
      'edit-publication',
      'cancel-publication',
      'retry-publication',
      'publish-again',
      'mark-published',
    ];
    for (const action of [...actions, ...changes]) {
      const foreign = await b.api.provider<ProblemBody>(action, { publishId });
      expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_publication' } });
    }
    expect(await b.api.get<ProblemBody>(`/api/publications/${publishId}`)).toMatchObject({ status: 404 });
  });

  it('rejects an integration of another organisation', async () => {
    const { integrationId } = a;
    const post = { title: 'x', privacyLevel: 'SELF_ONLY', integrationId };
    for (const [action, body] of [
      ['init-video-upload', post],
      ['init-photo-upload', { ...post, photoCount: 1 }],
      ['validate-publication', post],
      ['get-creator-info', { integrationId }],
      ['list-commercial-music', { integrationId }],
    ] as const) {
      const foreign = await b.api.provider<ProblemBody>(action, body);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_integration' } });
    }
  });

  it('lists nothing for an integration of another organisation', async () => {
    const query = { integrationId: a.integrationId };
    const posted = await b.api.provider<PageBody<unknown>>('list-publications', query);
    const got = await b.api.get<PageBody<unknown>>(`/api/publications?integrationId=${a.integrationId}`);

    expect([posted.body.items, got.body.items]).toEqual([[], []]);
  });

  it('reveals nothing by a cursor of another organisation', async () => {
    const { body } = await a.api.get<PageBody<unknown>>('/api/social-activity/videos?limit=1');

    const foreign = await b.api.get(`/api/social-activity/videos?limit=200&cursor=${body.nextCursor}`);

    expect(foreign.status).toBe(200);
    expect(JSON.stringify(foreign.body)).not.toContain(a.integrationId);
  });

  it('syncs only the organisation’s own integrations', async () => {
    const before = await texts(a.api, '/api/sync/runs');

    await b.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'all' });

    expect(await texts(a.api, '/api/sync/runs')).toBe(before);
  });
});

describe('Every documented operation', () => {
  // These authenticate their caller in another way, or have nothing to protect.
  const OPEN = /^\/(health|connect|media|uploads|tiktok-verification)\//;

  it('rejects an organisation outside the token with 403, and a missing token with 401', async () => {
    const document = (await connector().anonymous.get('/api/openapi.json'))
      .body as unknown as OpenApiDocument;
    const calls = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => [method.toUpperCase(), path.replace(/\{.*?\}/g, conversationId)] as const,
      ),
    );
    const guarded = calls.filter(([, path]) => !OPEN.test(path));
    expect(guarded.length).toBeGreaterThanOrEqual(10);

    for (const [method, path] of guarded) {
      const init = method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
      const foreign = await b.api.with({ orgid: a.organisationId }).send(method, path, init);
      const unauthenticated = await connector()
        .anonymous.with({ orgid: a.organisationId })
        .send(method, path, init);
      expect([method, path, foreign.status, unauthenticated.status]).toEqual([method, path, 403, 401]);
    }
  });
});
