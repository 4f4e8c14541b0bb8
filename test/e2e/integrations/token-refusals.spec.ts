import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { businessTenant, PUBLISHING_SCOPES } from '../../support/given/business-tenant.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { ready, untilStatus } from '../../support/given/publications.js';
import { TOKEN } from '../../support/sandbox-control.js';

const REFRESH = 'POST /open_api/v1.3/tt_user/oauth2/refresh_token/';
const UNKNOWN = /does not know that code/;

const connector = useConnector({
  webhooks: false,
  environment: {
    TIKTOK_BUSINESS_TIER: 'ultimate',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: PUBLISHING_SCOPES,
  },
  sandbox: { business: { appLevel: 'ultimate' } },
});
afterEach(() => connector().sandbox.clearFaults());

const query = <Row>(sql: string, values: unknown[] = []) => connector().database.query<Row>(sql, values);

/** Expires every access token in our record, and ends any cool-down. */
const expire = () =>
  query(
    `UPDATE credentials SET issued_at = now() - interval '30 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL, refresh_refusal = NULL, due_at = NULL WHERE rejected_at IS NULL`,
  );

async function said(
  api: ApiClient,
  action: string,
): Promise<{ status: number; code: string; detail: string }> {
  const { status, body } = await api.provider<ProblemBody>(action, {});
  return { status, code: body.code, detail: body.detail };
}

interface Failure {
  failCode: string;
  failReason: string;
  failure: { fixableBy: string; retry: string };
}

/** TikTok's error codes at its token endpoint, and the response to callers. */
const OF_LOGIN: [code: string, status: number, message: RegExp, fixableBy: string][] = [
  ['invalid_client', 502, /rejected the client key and secret of this app/, 'developer'],
  ['invalid_request', 502, /rejected the request to connect/, 'developer'],
  ['unauthorized_client', 502, /does not allow this app to sign users in/, 'developer'],
  ['unsupported_grant_type', 502, /rejected how this service requested access/, 'developer'],
  ['invalid_scope', 502, /requested a permission that TikTok does not know or has not approved/, 'developer'],
];

describe.each(OF_LOGIN)('%s at the token endpoint', (code, status, message, fixableBy) => {
  it('uses the catalogue’s message each time and everywhere, and ends no connection', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    const publishId = await ready(tenant.api, { privacyLevel: 'SELF_ONLY' });
    await expire();
    await connector().sandbox.fault({ match: TOKEN, kind: 'error_code', code });

    const answers = [await said(tenant.api, 'get-creator-info'), await said(tenant.api, 'get-creator-info')];
    for (const answer of answers) {
      expect(answer).toEqual({ status, code, detail: expect.stringMatching(message) });
      expect(answer.detail).not.toMatch(UNKNOWN);
    }

    await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
    const run = await eventually(async () => {
      const { body } = await tenant.api.get<PageBody<Record<string, string>>>('/api/sync/runs');
      return body.items.find((one) => one.status === 'failed');
    });
    expect(run).toMatchObject({ failCode: code, failReason: expect.stringMatching(message) });

    await tenant.api.provider('publish-video', { publishId });
    const post = (await untilStatus(tenant.api, publishId, 'failed')) as unknown as Failure;
    expect(post).toMatchObject({
      failCode: code,
      failReason: expect.stringMatching(message),
      failure: { fixableBy },
    });

    const details = await tenant.api.get<{ status: string }>(`/api/integrations/${tenant.integrationId}`);
    expect(details).toMatchObject({ status: 200, body: { status: 'active' } });
    await disconnect(tenant);
  });
});

async function disconnect(tenant: Tenant): Promise<void> {
  const path = `/api/integrations/${tenant.integrationId}`;
  expect((await tenant.api.post(`${path}/disconnect`, {})).status).toBe(202);
  await eventually(async () => (await tenant.api.get(path)).status === 404);
}

describe('invalid_client while a token still works', () => {
  it('lets callers keep using that token', async () => {
    const tenant = await connector().tenant();
    await query(
      `UPDATE credentials SET issued_at = now() - interval '115 minutes', access_expires_at = now() + interval '5 minutes'`,
    );
    await connector().sandbox.fault({ match: TOKEN, kind: 'error_code', code: 'invalid_client' });

    expect((await said(tenant.api, 'get-creator-info')).status).toBe(200);
    expect((await said(tenant.api, 'get-creator-info')).status).toBe(200);
  });
});

const OF_BUSINESS: [code: number, answer: { status: number; code: string }, message: RegExp][] = [
  [40105, { status: 409, code: 'reconnect_needed' }, /Connect the account again/],
  [40107, { status: 409, code: 'reconnect_needed' }, /Connect the account again/],
  [40102, { status: 409, code: '40102' }, /connect/i],
  [40101, { status: 502, code: '40101' }, /app/],
  [40001, { status: 409, code: '40001' }, /./],
  [50000, { status: 503, code: 'tiktok_unavailable' }, /try again/i],
  [60001, { status: 503, code: 'tiktok_unavailable' }, /try again/i],
  [40100, { status: 429, code: 'tiktok_rate_limit' }, /./],
];

describe('a rejection at the Business API’s refresh endpoint', () => {
  it.each(OF_BUSINESS)('maps %i to a matching status and message', async (code, answer, message) => {
    const tenant = await businessTenant(connector());
    await expire();
    await connector().sandbox.fault({
      match: REFRESH,
      kind: 'error_code',
      code: code as unknown as string,
    });

    const answered = await said(tenant.api, 'list-commercial-music');

    expect(answered).toMatchObject({ ...answer, detail: expect.stringMatching(message) });
    expect(answered.detail).not.toMatch(UNKNOWN);
  });
});
