import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt, { type JwtPayload, type SignOptions } from 'jsonwebtoken';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector();
const ORGANISATION = `org-${randomUUID()}`;

const CALLS = {
  connect: (api: ApiClient) =>
    api.provider('get-auth-url', { scopes: ['video.list'], returnUrl: 'https://admin.example/' }),
  begin: (api: ApiClient) => api.provider('init-video-upload', { title: 'x', privacyLevel: 'SELF_ONLY' }),
  publish: (api: ApiClient) => api.provider('publish-video', { publishId: randomUUID() }),
  sync: (api: ApiClient) => api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'all' }),
};

function claims(): JwtPayload {
  return { sub: 'tester', orgs: [ORGANISATION], role: 'admin' };
}

function options(): SignOptions {
  const { issuer, audience } = connector().config.jwt;
  return { algorithm: 'HS256', issuer, audience, expiresIn: 60 };
}

function secret(): string {
  return connector().config.jwt.secret ?? '';
}

function callWith(token: string): Promise<{ status: number; body: ProblemBody }> {
  const authorization = `Bearer ${token}`;
  return connector()
    .anonymous.with({ orgid: ORGANISATION, authorization })
    .get<ProblemBody>('/api/integrations');
}

describe('A token', () => {
  it('signed as documented is accepted', async () => {
    expect((await callWith(jwt.sign(claims(), secret(), options()))).status).toBe(200);
  });

  const wrong: Record<string, () => string> = {
    'that has expired': () => jwt.sign(claims(), secret(), { ...options(), expiresIn: -1 }),
    'that is not valid yet': () => jwt.sign(claims(), secret(), { ...options(), notBefore: 600 }),
    'of another secret': () => jwt.sign(claims(), 'x'.repeat(40), options()),
    'of another issuer': () => jwt.sign(claims(), secret(), { ...options(), issuer: 'somebody-else' }),
    'for another audience': () => jwt.sign(claims(), secret(), { ...options(), audience: 'somebody-else' }),
    'with the algorithm none': () => jwt.sign(claims(), '', { ...options(), algorithm: 'none' }),
    'with the algorithm HS512': () => jwt.sign(claims(), secret(), { ...options(), algorithm: 'HS512' }),
    'signed by an RSA key that nobody named': () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return jwt.sign(claims(), privateKey, { ...options(), algorithm: 'RS256' });
    },
    'without a user': () => jwt.sign({ ...claims(), sub: undefined }, secret(), options()),
    'without organisations': () => jwt.sign({ ...claims(), orgs: undefined }, secret(), options()),
    'whose organisations are one text': () =>
      jwt.sign({ ...claims(), orgs: ORGANISATION }, secret(), options()),
    'with a role that does not exist': () => jwt.sign({ ...claims(), role: 'owner' }, secret(), options()),
    'with a byte changed': () => jwt.sign(claims(), secret(), options()).replace(/\.(.)/, '.x'),
    'that is no token': () => 'not-a-token',
  };
  it.each(Object.keys(wrong))('%s is refused with 401', async (name) => {
    const { status, body } = await callWith(wrong[name]?.() ?? '');

    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'invalid_token', status: 401, title: 'Unauthorized' });
  });

  it('that is missing is asked for', async () => {
    const { status, body } = await connector()
      .anonymous.with({ orgid: ORGANISATION })
      .get('/api/integrations');

    expect(status).toBe(401);
    expect(body).toMatchObject({
      code: 'invalid_token',
      detail: expect.stringContaining('Authorization: Bearer'),
    });
  });
});

describe('The header orgid', () => {
  it.each([{ orgid: '' }, { orgid: '  ' }])(
    'that is missing or blank ($orgid) is asked for with 400',
    async (headers) => {
      const { status, body } = await connector().api().with(headers).get<ProblemBody>('/api/integrations');

      expect(status).toBe(400);
      expect(body.code).toBe('orgid_missing');
      expect(body.errors).toMatchObject([{ field: 'orgid', message: expect.any(String) }]);
    },
  );

  it('that names an organisation outside the token is refused with 403, never replaced', async () => {
    const foreign = await connector()
      .api()
      .with({ orgid: 'somebody-else' })
      .get<ProblemBody>('/api/integrations');

    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign_organisation' } });
  });

  it('chooses among several organisations of one token', async () => {
    const orgs = [`org-${randomUUID()}`, `org-${randomUUID()}`];
    const token = jwt.sign({ ...claims(), orgs }, secret(), options());
    const caller = connector().anonymous.with({ authorization: `Bearer ${token}` });

    for (const orgid of orgs)
      expect((await caller.with({ orgid }).get('/api/integrations')).status).toBe(200);
    expect((await caller.with({ orgid: `${orgs[0]},${orgs[1]}` }).get('/api/integrations')).status).toBe(403);
  });
});

describe('A role', () => {
  it.each([
    ['viewer', 'connect'],
    ['viewer', 'begin'],
    ['viewer', 'publish'],
    ['viewer', 'sync'],
    ['editor', 'connect'],
  ] as const)('%s may not %s', async (role, call) => {
    const { status, body } = await CALLS[call](connector().api(ORGANISATION, role));

    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'role_missing', detail: expect.stringContaining(role) });
  });

  it('viewer may read', async () => {
    const api = connector().api(ORGANISATION, 'viewer');
    for (const path of [
      '/api/integrations',
      '/api/social-activity/videos',
      '/api/sync/runs',
      '/api/webhooks/events',
    ])
      expect((await api.get(path)).status).toBe(200);
    const status = await api.provider('get-publish-status', { publishId: randomUUID() });
    expect(status.status).toBe(404);
  });

  it('editor may publish and sync, as far as an account is connected', async () => {
    const api = connector().api(ORGANISATION, 'editor');

    expect(await CALLS.begin(api)).toMatchObject({ status: 409, body: { code: 'no_integration' } });
    expect(await CALLS.sync(api)).toMatchObject({ status: 409, body: { code: 'no_integration' } });
  });
});
