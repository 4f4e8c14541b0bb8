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

describe('JWT authentication', () => {
  it('accepts a token signed as documented', async () => {
    expect((await callWith(jwt.sign(claims(), secret(), options()))).status).toBe(200);
  });

  const wrong: Record<string, () => string> = {
    'that has expired': () => jwt.sign(claims(), secret(), { ...options(), expiresIn: -1 }),
    'that is not valid yet': () => jwt.sign(claims(), secret(), { ...options(), notBefore: 600 }),
    'signed with another secret': () => jwt.sign(claims(), 'x'.repeat(40), options()),
    'from another issuer': () => jwt.sign(claims(), secret(), { ...options(), issuer: 'another' }),
    'for another audience': () => jwt.sign(claims(), secret(), { ...options(), audience: 'another' }),
    'with the algorithm none': () => jwt.sign(claims(), '', { ...options(), algorithm: 'none' }),
    'with the algorithm HS512': () => jwt.sign(claims(), secret(), { ...options(), algorithm: 'HS512' }),
    'signed with an unknown RSA key': () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return jwt.sign(claims(), privateKey, { ...options(), algorithm: 'RS256' });
    },
    'without a user': () => jwt.sign({ ...claims(), sub: undefined }, secret(), options()),
    'without organisations': () => jwt.sign({ ...claims(), orgs: undefined }, secret(), options()),
    'whose organisations are a string': () =>
      jwt.sign({ ...claims(), orgs: ORGANISATION }, secret(), options()),
    'with an unknown role': () => jwt.sign({ ...claims(), role: 'owner' }, secret(), options()),
    'with a byte changed': () => jwt.sign(claims(), secret(), options()).replace(/\.(.)/, '.x'),
    'that is not a JWT': () => 'not-a-token',
  };
  it.each(Object.keys(wrong))('rejects a token %s with 401', async (name) => {
    const { status, body } = await callWith(wrong[name]?.() ?? '');

    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'invalid_token', status: 401, title: 'Unauthorized' });
  });

  it('asks for a missing token', async () => {
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

describe('orgid header', () => {
  it.each([{ orgid: '' }, { orgid: '  ' }])(
    'rejects a missing or blank organisation ("$orgid") with 400',
    async (headers) => {
      const { status, body } = await connector().api().with(headers).get<ProblemBody>('/api/integrations');

      expect(status).toBe(400);
      expect(body.code).toBe('orgid_missing');
      expect(body.errors).toMatchObject([{ field: 'orgid', message: expect.any(String) }]);
    },
  );

  it('rejects an organisation outside the token with 403, without a fallback', async () => {
    const foreign = await connector().api().with({ orgid: 'another' }).get<ProblemBody>('/api/integrations');

    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign_organisation' } });
  });

  it('selects one of several organisations in the token', async () => {
    const orgs = [`org-${randomUUID()}`, `org-${randomUUID()}`];
    const token = jwt.sign({ ...claims(), orgs }, secret(), options());
    const caller = connector().anonymous.with({ authorization: `Bearer ${token}` });

    for (const orgid of orgs)
      expect((await caller.with({ orgid }).get('/api/integrations')).status).toBe(200);
    expect((await caller.with({ orgid: `${orgs[0]},${orgs[1]}` }).get('/api/integrations')).status).toBe(403);
  });
});

describe('Roles', () => {
  it.each([
    ['viewer', 'connect'],
    ['viewer', 'begin'],
    ['viewer', 'publish'],
    ['viewer', 'sync'],
    ['editor', 'connect'],
  ] as const)('do not let a %s %s', async (role, call) => {
    const { status, body } = await CALLS[call](connector().api(ORGANISATION, role));

    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'role_missing', detail: expect.stringContaining(role) });
  });

  it('let a viewer read', async () => {
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

  it('let an editor publish and sync, if an account is connected', async () => {
    const api = connector().api(ORGANISATION, 'editor');

    expect(await CALLS.begin(api)).toMatchObject({ status: 409, body: { code: 'no_integration' } });
    expect(await CALLS.sync(api)).toMatchObject({ status: 409, body: { code: 'no_integration' } });
  });
});
