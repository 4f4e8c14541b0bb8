import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { RETURN_URL, connectAccount } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { ready } from '../../support/given/publications.js';

const connector = useConnector();
const POST = { title: 'New product drop', caption: 'Hello', privacyLevel: 'PUBLIC_TO_EVERYONE' };

function refusedFields(body: ProblemBody): string[] {
  return (body.errors ?? []).map(({ field }) => field).toSorted();
}

describe('an unknown action', () => {
  it.each(['launch-rocket', 'constructor', 'get-auth-url%2f', 'GET-AUTH-URL'])(
    'returns 404 for %s',
    async (action) => {
      const { status, body } = await connector().api().provider<ProblemBody>(action, {});

      expect(status).toBe(404);
      expect(body.code).toBe('unknown_action');
    },
  );

  it('returns 404 for a known action with the wrong method', async () => {
    const { status } = await connector().api().get('/api/upstream/call/tiktok-provider/get-auth-url');

    expect(status).toBe(404);
  });

  it('returns 401 without a token', async () => {
    expect((await connector().anonymous.provider('launch-rocket', {})).status).toBe(401);
  });
});

describe('publishId', () => {
  const actions = ['publish-video', 'get-publish-status'] as const;

  it.each(actions)('makes %s return 404 if it is unknown', async (action) => {
    const { status, body } = await connector()
      .api()
      .provider<ProblemBody>(action, { publishId: randomUUID() });

    expect(status).toBe(404);
    expect(body.code).toBe('unknown_publication');
  });

  it.each(actions)('makes %s answer alike for another organisation and for an unknown id', async (action) => {
    const { api } = await connector().tenant();
    const publishId = await ready(api);

    const foreign = await connector().api().provider<ProblemBody>(action, { publishId });
    const unknown = await connector().api().provider<ProblemBody>(action, { publishId: randomUUID() });

    const same = { requestId: expect.any(String) };
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, ...same }).toEqual({ ...unknown.body, ...same });
    expect((await api.provider('get-publish-status', { publishId })).body.status).toBe('ready');
  });

  it.each(actions)('makes %s return 4xx and a code if it is malformed', async (action) => {
    for (const publishId of ['', 'abc', "' OR 1=1 --", '../etc/passwd', 'a'.repeat(10_000), '\u0000']) {
      const { status, body } = await connector().api().provider<ProblemBody>(action, { publishId });
      expect([400, 404]).toContain(status);
      expect(body.code).toEqual(expect.any(String));
    }
  });

  it.each(actions)('makes %s return 400 if it is not a string', async (action) => {
    for (const publishId of [1, null, {}, ['x'], undefined]) {
      const { status, body } = await connector().api().provider<ProblemBody>(action, { publishId });
      expect(status).toBe(400);
      expect(refusedFields(body)).toEqual(['publishId']);
    }
  });
});

describe('returnUrl', () => {
  it.each([
    'https://evil.example/',
    'https://admin.example.evil.example/',
    'https://admin.example@evil.example/',
    'https://evil.example#admin.example',
    'http://admin.example/',
    'https://admin.example:8443/',
    '//evil.example',
    '/integrations',
    'javascript:alert(1)',
    'https:\\\\admin.example\\',
    'https://admin.example/\u0000',
    '',
  ])('off the list (%s) is refused by name', async (returnUrl) => {
    const { status, body } = await connector()
      .api()
      .provider<ProblemBody>('get-auth-url', { scopes: ['video.list'], returnUrl });

    expect(status).toBe(400);
    expect(body.code).toBe('return_url_refused');
    expect(refusedFields(body)).toEqual(['returnUrl']);
  });
});

describe('scopes', () => {
  it('returns an error per unknown scope, with its position', async () => {
    const scopes = ['video.list', 'video.delete', 'admin', 'business.creator.insights'];
    const { status, body } = await connector()
      .api()
      .provider<ProblemBody>('get-auth-url', { scopes, returnUrl: RETURN_URL });

    expect(status).toBe(400);
    expect(body.code).toBe('unknown_scope');
    expect(refusedFields(body)).toEqual(['scopes.1', 'scopes.2']);
  });

  it.each([[[]], ['video.list'], [[1]], [null]])('rejects %j', async (scopes) => {
    const { status, body } = await connector()
      .api()
      .provider<ProblemBody>('get-auth-url', { scopes, returnUrl: RETURN_URL });

    expect(status).toBe(400);
    expect(new Set(refusedFields(body))).toEqual(new Set(['scopes']));
  });

  it('does not send Business API scopes to TikTok', async () => {
    const scopes = ['video.list', 'business.creator.insights'];
    const { body } = await connector()
      .api()
      .provider<{ authUrl: string }>('get-auth-url', { scopes, returnUrl: RETURN_URL });

    expect(new URL(body.authUrl).searchParams.get('scope')?.split(',').toSorted()).toEqual([
      'user.info.basic',
      'video.list',
    ]);
  });
});

describe('init-video-upload', () => {
  const wrong: [field: string, post: Record<string, unknown>][] = [
    ['privacyLevel', { ...POST, privacyLevel: 'EVERYONE' }],
    ['privacyLevel', { ...POST, privacyLevel: 'public_to_everyone' }],
    ['privacyLevel', { title: 'x' }],
    ['title', { privacyLevel: 'SELF_ONLY' }],
    ['title', { ...POST, title: '' }],
    ['title', { ...POST, title: 'x'.repeat(151) }],
    ['caption', { ...POST, caption: 'x'.repeat(2201) }],
    ['caption', { ...POST, caption: 7 }],
    ['title', { ...POST, title: 'zero \u0000 byte' }],
    ['caption', { ...POST, caption: 'zero \u0000 byte' }],
    ['allowComment', { ...POST, allowComment: 'yes' }],
    ['integrationId', { ...POST, integrationId: 'mine' }],
    ['organisationId', { ...POST, organisationId: 'another-org' }],
    ['isAdmin', { ...POST, isAdmin: true }],
  ];
  it.each(wrong)('reports the field %s in %j', async (field, post) => {
    const { status, body } = await connector().api().provider<ProblemBody>('init-video-upload', post);

    expect(status).toBe(400);
    expect(body.code).toBe('invalid_input');
    expect(new Set(refusedFields(body))).toEqual(new Set([field]));
    expect(body.errors?.every(({ message }) => message.length > 5)).toBe(true);
  });

  it('reports all invalid fields at once', async () => {
    const { body } = await connector().api().provider<ProblemBody>('init-video-upload', { extra: 1 });

    expect(new Set(refusedFields(body))).toEqual(new Set(['extra', 'privacyLevel', 'title']));
  });

  it('returns 404 for an integration of another organisation', async () => {
    const other = await connector().tenant();
    const { api } = await connector().tenant();

    const { status, body } = await api.provider<ProblemBody>('init-video-upload', {
      ...POST,
      integrationId: other.integrationId,
    });

    expect(status).toBe(404);
    expect(body.code).toBe('unknown_integration');
  });

  it('requires integrationId if two accounts are connected', async () => {
    const { api, integrationId } = await connector().tenant();
    const { username } = await connector().tenant();
    await connectAccount(api, { account: username });

    const unsaid = await api.provider<ProblemBody>('init-video-upload', POST);
    const said = await api.provider('init-video-upload', { ...POST, integrationId });

    expect(unsaid).toMatchObject({ status: 409, body: { code: 'integration_ambiguous' } });
    expect(unsaid.body.detail).toContain(integrationId);
    expect(said.status).toBe(200);
  });
});

describe('a request body', () => {
  it.each([
    ['that is no JSON', '{"title":', 'application/json', 400],
    ['that is a list', '[]', 'application/json', 400],
    ['that is a text', '"hello"', 'application/json', 400],
    ['that is nothing', '', 'application/json', 400],
    ['with a prototype in it', '{"__proto__": {"role": "admin"}}', 'application/json', 400],
    ['that nests lists thousands of times', '['.repeat(50_000) + ']'.repeat(50_000), 'application/json', 400],
    [
      'that nests objects thousands of times',
      '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000),
      'application/json',
      400,
    ],
    ['of several parts', '--x--', 'multipart/form-data; boundary=x', 415],
    ['of another type', '<x/>', 'application/xml', 415],
    ['of a form', 'title=x', 'application/x-www-form-urlencoded', 415],
    ['that is too large', JSON.stringify({ title: 'x'.repeat(300_000) }), 'application/json', 413],
  ])('%s is refused', async (_name, body, type, wanted) => {
    const answer = await connector()
      .api()
      .send<ProblemBody>('POST', '/api/upstream/call/tiktok-provider/init-video-upload', {
        body,
        headers: { 'content-type': type },
      });

    expect(answer.status).toBe(wanted);
    expect(answer.body.status).toBe(wanted);
  });
});

describe('a missing field or a wrong type', () => {
  it.each<[Record<string, unknown>]>([[{}], [{ scopes: null, returnUrl: 7 }]])(
    'returns one error per field in %j',
    async (body) => {
      const answer = await connector().api().provider<ProblemBody>('get-auth-url', body);

      expect(answer.body.errors).toMatchObject([
        { field: 'scopes', message: 'must be an array' },
        { field: 'returnUrl', message: 'must be a string' },
      ]);
    },
  );
});

describe('an unsupported method', () => {
  it.each(['OPTIONS', 'PATCH', 'DELETE'])(
    '(%s) is refused with a problem, whatever the content type',
    async (method) => {
      const headers = { 'content-type': 'application/json' };
      const { status, body } = await connector()
        .api()
        .send<ProblemBody>(method, '/api/integrations', { headers });

      expect([400, 404]).toContain(status);
      expect(body).toMatchObject({ type: 'about:blank', status });
    },
  );
});

describe('sync/trigger', () => {
  it.each([
    ['platform', { platform: 'instagram', syncType: 'all' }, 422],
    ['syncType', { platform: 'tiktok', syncType: 'everything' }, 422],
    ['syncType', { platform: 'tiktok' }, 400],
    ['since', { platform: 'tiktok', syncType: 'all', since: 1 }, 400],
    ['integrationId', { platform: 'tiktok', syncType: 'all', integrationId: 'mine' }, 400],
  ])('names the field %s', async (field, body, status) => {
    const answer = await connector().api().post<ProblemBody>('/api/sync/trigger', body);

    expect(answer.status).toBe(status);
    expect(refusedFields(answer.body)).toEqual([field]);
  });

  it('lists the values that it knows', async () => {
    const body = { platform: 'instagram', syncType: 'everything' };
    const answer = await connector().api().post<ProblemBody>('/api/sync/trigger', body);

    expect(answer.body.errors).toMatchObject([
      { field: 'platform', message: 'must be one of the following values: tiktok' },
      { field: 'syncType', message: expect.stringMatching(/values: all, .*profile.*videos/) },
    ]);
  });
});

describe('an error answer', () => {
  it('is a problem document with a unique requestId, which is also in the header', async () => {
    const answers = await Promise.all([
      connector().anonymous.get<ProblemBody>('/api/integrations'),
      connector().api().get<ProblemBody>('/nowhere'),
      connector().api().provider<ProblemBody>('publish-video', {}),
      connector().anonymous.get<ProblemBody>('/uploads/x'),
    ]);

    for (const { status, headers, body } of answers) {
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({ type: 'about:blank', status, code: expect.any(String) });
      for (const text of [body.title, body.detail, body.requestId]) expect(text).not.toBe('');
    }
    expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(answers.length);
  });
});
