import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { ApiClient, type Answer, type ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { RETURN_URL } from '../../support/given/consent.js';
import { begin } from '../../support/given/publications.js';
import { tusCall } from '../../support/tus.js';
import { deliver, delivery } from '../../support/given/webhook-deliveries.js';

const CALLBACK = '/connect/oauth/tiktok/callback?state=unknown';
const SYNC = { platform: 'tiktok', syncType: 'all' };

/** @returns the answer of the first call that is refused, and how many were not */
async function untilLimited(
  call: (n: number) => Promise<Answer<ProblemBody>>,
  atMost = 200,
): Promise<{ passed: number; refused: Answer<ProblemBody> }> {
  for (let passed = 0; passed < atMost; passed += 1) {
    const refused = await call(passed);
    if (refused.status === 429) return { passed, refused };
  }
  throw new Error(`none of ${atMost} calls was refused`);
}

function expectRefusal({ headers, body }: Answer<ProblemBody>): void {
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(120);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(headers.get('ratelimit-remaining')).toBe('0');
  expect(body).toMatchObject({ status: 429, code: 'too_many_requests', retryAfterSeconds: seconds });
  expect(body.detail).toContain(`Retry after ${seconds} s`);
}

function newAddress(): string {
  return `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;
}

describe('low rate limits', () => {
  const connector = useConnector({
    environment: {
      RATE_LIMIT_READS: '10',
      RATE_LIMIT_WRITES: '5',
      RATE_LIMIT_PUBLIC: '20',
      RATE_LIMIT_UPLOADS: '3',
      TRUST_PROXY: 'true',
    },
  });
  const from = (address: string) => connector().anonymous.with({ 'x-forwarded-for': address });
  const token = (organisationId: string, sub: string, expiresIn = 60) => {
    const { secret = '', issuer, audience } = connector().config.jwt;
    return jwt.sign({ sub, orgs: [organisationId], role: 'admin' }, secret, { issuer, audience, expiresIn });
  };
  const user = (orgid: string, sub: string): ApiClient =>
    connector().anonymous.with({ orgid, authorization: `Bearer ${token(orgid, sub)}` });

  const send = (url: string) => from(newAddress()).send<ProblemBody>('PUT', url, { body: 'no video' });

  it('return 429 with Retry-After to a user with too many reads, and do not affect others', async () => {
    const org = `org-${randomUUID()}`;
    const reader = user(org, 'a');

    const first = await reader.get('/api/integrations');
    const { passed, refused } = await untilLimited(() => reader.get<ProblemBody>('/api/publications'));

    expect(Object.fromEntries(first.headers)).toMatchObject({
      'ratelimit-limit': '20',
      'ratelimit-policy': '20;w=120',
      'ratelimit-remaining': '19',
      'ratelimit-reset': expect.stringMatching(/^\d+$/),
    });
    expect(passed).toBe(19);
    expectRefusal(refused);
    for (const other of [user(org, 'b'), user(`org-${randomUUID()}`, 'a')])
      expect((await other.get('/api/integrations')).status).toBe(200);
    expect((await reader.post('/api/notifications/read-all', {})).status).toBe(200);
  });

  it('count a POST that only reads as a read', async () => {
    const reader = connector().api();

    const { passed } = await untilLimited((n) =>
      n % 2 === 0
        ? reader.provider<ProblemBody>('list-publications', {})
        : reader.provider<ProblemBody>('get-publish-status', { publishId: randomUUID() }),
    );

    expect(passed).toBe(20);
  });

  it('are lower for writes, whatever the call and its outcome', async () => {
    const writer = connector().api();
    const calls = [
      () => writer.provider<ProblemBody>('init-video-upload', {}),
      () => writer.provider<ProblemBody>('get-auth-url', { scopes: ['video.list'], returnUrl: RETURN_URL }),
      () => writer.post<ProblemBody>('/api/notifications/read-all', {}),
      () => writer.delete<ProblemBody>(`/api/integrations/${randomUUID()}/data`),
    ];

    const { passed, refused } = await untilLimited((n) => calls[n % calls.length]!());

    expect(passed).toBe(10);
    expectRefusal(refused);
  });

  it('limit public calls by the address that the proxy saw', async () => {
    const address = newAddress();

    const { passed, refused } = await untilLimited(() => from(address).get<ProblemBody>(CALLBACK));

    expect(passed).toBe(40);
    expectRefusal(refused);
    // What a client writes into the header itself stands before what the proxy adds.
    expect((await from(`203.0.113.7, ${address}`).get(CALLBACK)).status).toBe(429);
    // The owner of an IPv6 network has all of its addresses.
    expect((await from(address.replace('::1', ':1:2:3:4')).get(CALLBACK)).status).toBe(429);
    expect((await from(newAddress()).get(CALLBACK)).status).toBe(400);
  });

  it.each(['/api/docs', '/api/openapi.json', '/connect/tiktok/reconnect'])('limit %s', async (path) => {
    const visitor = from(newAddress());

    expectRefusal((await untilLimited(() => visitor.get<ProblemBody>(path))).refused);
  });

  it('count redirects and other spellings of the documentation together', async () => {
    const headers = { 'x-forwarded-for': newAddress() };
    const visitor = new ApiClient(connector().anonymous.baseUrl, undefined, headers);
    const paths = ['/', '/api/docs', '/api/%64ocs', '/api/docs/'];

    const { passed } = await untilLimited((n) => visitor.get<ProblemBody>(paths[n % paths.length]!));

    expect(passed).toBe(40);
  });

  it('exempt health checks', async () => {
    const probe = from(newAddress());
    const statuses: number[] = [];
    for (let n = 0; n < 100; n += 1)
      statuses.push((await probe.get(n % 2 ? '/health/live' : '/health/ready')).status);

    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('limit rejected tokens by address; a valid token still passes, an expired one is reported', async () => {
    const address = newAddress();
    const org = `org-${randomUUID()}`;
    const call = (bearer: string) =>
      from(address)
        .with({ orgid: org, authorization: `Bearer ${bearer}` })
        .get<ProblemBody>('/api/integrations');

    const { passed, refused } = await untilLimited((n) => call(`made.up.${n}`));

    expect(passed).toBe(40);
    expectRefusal(refused);
    expect((await call(token(org, 'a'))).status).toBe(200);
    expect((await call(token(org, 'a', -1))).status).toBe(401);
  });

  const json: Record<string, string> = { 'content-type': 'application/json' };
  const ADDRESS = { path: '/api/nothing', body: '{}', headers: json };
  const BODY = { path: '/api/sync/trigger', headers: json };

  it.each([
    { what: 'an address that does not exist', ...ADDRESS },
    { what: 'a body that is no JSON', ...BODY, body: '{' },
    { what: 'a body that is too large', ...BODY, body: 'x'.repeat(300_000) },
    { what: 'a body of another type', ...BODY, body: '<a/>', headers: { 'content-type': 'text/xml' } },
  ])('$what is limited by address, and good calls from there pass', async ({ path, body, headers }) => {
    const org = `org-${randomUUID()}`;
    const caller = from(newAddress()).with({ orgid: org, authorization: `Bearer ${token(org, 'a')}` });

    const { passed, refused } = await untilLimited(() =>
      caller.send<ProblemBody>('POST', path, { body, headers }),
    );

    expect(passed).toBe(40);
    expectRefusal(refused);
    expect((await caller.get('/api/integrations')).status).toBe(200);
  });

  const OF_USER: [what: string, orgid: string, role: string, status: number][] = [
    ['a foreign organisation', 'another', 'admin', 403],
    ['no organisation', '', 'admin', 400],
    ['a role that is not enough', 'mine', 'viewer', 403],
  ];

  it.each(OF_USER)('limit calls with %s by user', async (_what, orgid, role, status) => {
    const sub = randomUUID();
    const { secret = '', issuer, audience } = connector().config.jwt;
    const bearer = jwt.sign({ sub, orgs: ['mine'], role }, secret, { issuer, audience, expiresIn: 60 });
    const caller = (org: string) =>
      from(newAddress()).with({ orgid: org, authorization: `Bearer ${bearer}` });

    const first = await caller(orgid).post<ProblemBody>('/api/sync/trigger', SYNC);
    const { passed, refused } = await untilLimited(() =>
      caller(orgid).post<ProblemBody>('/api/sync/trigger', SYNC),
    );

    expect([first.status, passed]).toEqual([status, 19]);
    expectRefusal(refused);
    expect((await caller('mine').get('/api/integrations')).status).toBe(200);
  });

  it('report an expired token, and limit its repeats', async () => {
    const org = `org-${randomUUID()}`;
    const expired = token(org, 'a', -1);
    const call = (bearer: string) =>
      from(newAddress())
        .with({ orgid: org, authorization: `Bearer ${bearer}` })
        .get<ProblemBody>('/api/integrations');

    const { passed, refused } = await untilLimited(() => call(expired));

    expect(passed).toBe(20);
    expectRefusal(refused);
    expect((await call(token(org, 'a', -2))).status).toBe(401);
  });

  it('never reject signed webhooks, however many forged ones arrive', async () => {
    const tiktok = from(newAddress());

    const { passed, refused } = await untilLimited(
      () => deliver(tiktok, delivery(), { header: 't=1,s=00' }) as unknown as Promise<Answer<ProblemBody>>,
    );
    const signed: number[] = [];
    for (let n = 0; n < 100; n += 1) signed.push((await deliver(tiktok, delivery())).status);

    expect(passed).toBe(40);
    expectRefusal(refused);
    expect(new Set(signed)).toEqual(new Set([200]));
  });

  it('limit attempts per upload link, for all callers together', async () => {
    const { api } = await connector().tenant();
    const [one, other] = [await begin(api), await begin(api)];

    const { passed, refused } = await untilLimited(() => send(one.uploadUrl));

    expect(passed).toBe(6);
    expectRefusal(refused);
    expect((await send(other.uploadUrl)).status).toBe(415);
    // The pieces of a resumable upload are many.
    for (let n = 0; n < 30; n += 1) expect((await tusCall('HEAD', one.tusUrl)).status).toBe(404);
  });
});

describe('default rate limits', () => {
  const connector = useConnector();

  it('limit repeated syncs without affecting other calls', async () => {
    const { api } = await connector().tenant();

    const { passed, refused } = await untilLimited(() => api.post<ProblemBody>('/api/sync/trigger', SYNC));

    expect(passed).toBe(40);
    expectRefusal(refused);
    expect((await api.post('/api/notifications/read-all', {})).status).toBe(200);
  });

  it('use the address of the connection if no proxy is trusted', async () => {
    const { headers } = await connector().anonymous.with({ 'x-forwarded-for': '203.0.113.7' }).get(CALLBACK);
    const next = await connector().anonymous.with({ 'x-forwarded-for': '203.0.113.8' }).get(CALLBACK);

    expect(Number(next.headers.get('ratelimit-remaining'))).toBe(
      Number(headers.get('ratelimit-remaining')) - 1,
    );
  });
});

describe('no rate limits', () => {
  const connector = useConnector({
    environment: {
      RATE_LIMIT_READS: '0',
      RATE_LIMIT_WRITES: '0',
      RATE_LIMIT_PUBLIC: '0',
      RATE_LIMIT_UPLOADS: '0',
    },
  });

  it('count nothing', async () => {
    const { api } = await connector().tenant();
    const statuses: number[] = [];
    for (let n = 0; n < 100; n += 1) statuses.push((await api.post('/api/sync/trigger', SYNC)).status);
    const { headers } = await api.get('/api/integrations');

    expect(new Set(statuses)).toEqual(new Set([202]));
    expect(headers.get('ratelimit-limit')).toBeNull();
  });
});
