import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { RETURN_URL, connectAccount, follow, giveConsent } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { TOKEN } from '../../support/sandbox-control.js';

const connector = useConnector();
const CALLBACK = '/connect/oauth/tiktok/callback';

afterEach(async () => {
  await connector().sandbox.clearFaults();
});

interface Integration {
  id: string;
  status: string;
  username: string | null;
  displayName: string | null;
  grantedScopes: string[];
  missingScopes: string[];
}

async function newAccount(): Promise<string> {
  const username = `user_${randomBytes(6).toString('hex')}`;
  await connector().sandbox.control('/accounts', { username, videos: 0 });
  return username;
}

async function integrationsOf(api: ReturnType<ReturnType<typeof connector>['api']>): Promise<Integration[]> {
  return (await api.get<PageBody<Integration>>('/api/integrations')).body.items;
}

describe('the authorize URL', () => {
  it('is TikTok’s, with our key, our callback and known scopes only', async () => {
    const { body } = await connector()
      .api()
      .provider<{ authUrl: string }>('get-auth-url', {
        scopes: ['video.list', 'video.list', 'business.creator.insights'],
        returnUrl: RETURN_URL,
      });

    const { origin, pathname, searchParams } = new URL(body.authUrl);
    expect(origin + pathname).toBe(`${connector().sandbox.url}/v2/auth/authorize/`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_key: 'sandbox-client-key',
      response_type: 'code',
      scope: 'user.info.basic,video.list',
      redirect_uri: connector().url + CALLBACK,
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('has a new state each time', async () => {
    const api = connector().api();
    const ask = async () => {
      const { body } = await api.provider<{ authUrl: string }>('get-auth-url', {
        scopes: ['video.list'],
        returnUrl: RETURN_URL,
      });
      return new URL(body.authUrl).searchParams.get('state');
    };

    expect(new Set([await ask(), await ask(), await ask()]).size).toBe(3);
  });
});

describe('the OAuth callback', () => {
  it('explains a denied consent at the return address, and connects nothing', async () => {
    const api = connector().api();

    const landed = await connectAccount(api, {
      account: await newAccount(),
      query: { sandbox_deny: '1' },
    });

    expect(landed.origin + landed.pathname).toBe(RETURN_URL);
    expect(Object.fromEntries(landed.searchParams)).toEqual({ status: 'error', code: 'access_denied' });
    expect(await integrationsOf(api)).toEqual([]);
  });

  it('connects with boxes unticked, and shows what is missing', async () => {
    const api = connector().api();

    await connectAccount(api, {
      account: await newAccount(),
      scopes: ['user.info.basic', 'video.list', 'video.publish', 'business.creator.insights'],
      query: { sandbox_scopes: 'user.info.basic,video.list' },
    });

    expect(await integrationsOf(api)).toMatchObject([
      {
        status: 'active',
        grantedScopes: expect.arrayContaining(['user.info.basic', 'video.list']),
        missingScopes: ['video.publish', 'business.creator.insights'],
        username: null,
        displayName: expect.any(String),
      },
    ]);
  });

  it('renews the integration of the same account instead of adding one', async () => {
    const api = connector().api();
    const account = await newAccount();
    const first = await connectAccount(api, { account, query: { sandbox_scopes: 'user.info.basic' } });

    const second = await connectAccount(api, { account });

    expect(second.searchParams.get('integrationId')).toBe(first.searchParams.get('integrationId'));
    expect(await integrationsOf(api)).toMatchObject([
      { status: 'active', missingScopes: [], username: account },
    ]);
  });

  it('connects although the profile cannot be fetched', async () => {
    const api = connector().api();
    await connector().sandbox.fault({ match: 'GET /v2/user/info/', kind: 'http500_html' });

    const landed = await connectAccount(api, { account: await newAccount() });

    expect(landed.searchParams.get('status')).toBe('connected');
    expect(await integrationsOf(api)).toMatchObject([{ status: 'active', displayName: null }]);
  });

  it.each(['http500_html', 'reset', 'lost_response'])(
    'reports tiktok_unavailable when TikTok does not exchange the code (%s)',
    async (kind) => {
      const api = connector().api();
      await connector().sandbox.fault({ match: TOKEN, kind, times: 1 });

      const landed = await connectAccount(api, { account: await newAccount() });

      expect(Object.fromEntries(landed.searchParams)).toEqual({
        status: 'error',
        code: 'tiktok_unavailable',
      });
      expect(await integrationsOf(api)).toEqual([]);
    },
  );

  it('reports TikTok’s reason for a forged code', async () => {
    const api = connector().api();
    const callback = await giveConsent(api, { account: await newAccount() });
    callback.searchParams.set('code', 'made-up');

    const landed = await follow(callback.href);

    expect(Object.fromEntries(landed.searchParams)).toEqual({ status: 'error', code: 'invalid_grant' });
    expect(await integrationsOf(api)).toEqual([]);
  });

  it('keeps the query of the return address', async () => {
    const api = connector().api();
    const { body } = await api.provider<{ authUrl: string }>('get-auth-url', {
      scopes: ['video.list'],
      returnUrl: `${RETURN_URL}?tab=tiktok&status=old#there`,
    });
    const page = new URL(body.authUrl);
    page.searchParams.set('sandbox_deny', '1');

    const landed = await follow((await follow(page.href)).href);

    expect(landed.searchParams.get('tab')).toBe('tiktok');
    expect(landed.searchParams.getAll('status')).toEqual(['error']);
    expect(landed.hash).toBe('#there');
  });
});

describe('an OAuth state', () => {
  it('is exchanged once: twenty concurrent browsers get the same connection', async () => {
    const api = connector().api();
    const callback = await giveConsent(api, { account: await newAccount() });
    const before = await connector().sandbox.calls(TOKEN);

    const landings = await Promise.all(Array.from({ length: 20 }, () => follow(callback.href)));

    expect(new Set(landings.map(({ href }) => href)).size).toBe(1);
    expect(landings[0]?.searchParams.get('status')).toBe('connected');
    expect((await connector().sandbox.calls(TOKEN)) - before).toBe(1);
    expect(await integrationsOf(api)).toHaveLength(1);
  });

  it('connects nothing and calls TikTok never once it has expired', async () => {
    const api = connector().api();
    const callback = await giveConsent(api, { account: await newAccount() });
    const before = await connector().sandbox.calls(TOKEN);
    try {
      connector().moveClock(601);
      const landed = await follow(callback.href);
      expect(Object.fromEntries(landed.searchParams)).toEqual({ status: 'error', code: 'state_expired' });
    } finally {
      connector().moveClock(0);
    }
    expect(await connector().sandbox.calls(TOKEN)).toBe(before);
    expect(await integrationsOf(api)).toEqual([]);
  });

  it.each([
    ['unknown', `?state=${randomBytes(32).toString('base64url')}&code=x`],
    ['missing', '?code=x'],
    ['empty', '?state=&code=x'],
    ['given twice', '?state=a&state=b&code=x'],
    ['very long', `?state=${'a'.repeat(5000)}&code=x`],
    ['with a zero byte', '?state=%00&code=x'],
  ])('is refused without a redirect when it is %s', async (_name, query) => {
    const before = await connector().sandbox.calls(TOKEN);

    const { status, headers, body } = await connector().anonymous.get<ProblemBody>(CALLBACK + query);

    expect(status).toBe(400);
    expect(body.code).toBe('unknown_state');
    expect(headers.get('location')).toBeNull();
    expect(await connector().sandbox.calls(TOKEN)).toBe(before);
  });

  it('cannot be read from the database', async () => {
    const api = connector().api();
    const callback = await giveConsent(api, { account: await newAccount() });
    const state = callback.searchParams.get('state') ?? '';

    const rows = await connector().database.query<{ text: string }>(
      'SELECT oauth_states::text AS text FROM oauth_states',
    );

    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) {
      expect(text).not.toContain(state);
      expect(text).not.toContain(Buffer.from(state, 'base64url').toString('hex'));
    }
  });
});

interface Budget {
  covers: string;
  window: string;
  limit: number;
  used: number | null;
  left: number | null;
  usedByOwn?: number | null;
}

async function budgetOf(api: ApiClient, path: string, covers: string): Promise<Budget | undefined> {
  const { items } = (await api.get<PageBody<Budget>>(path)).body;
  return items.find((budget) => budget.covers === covers);
}

describe('GET /api/rate-budgets', () => {
  const APP = '/api/rate-budgets';
  const PROFILE = { covers: '/v2/user/info/', window: 'minute', limit: 600 };

  it('shows an admin the calls of the organisation only, and an operator those of the app', async () => {
    const { api, organisationId } = await connector().tenant();
    await connector().tenant();
    const operator = connector().api(organisationId, 'operator');

    const own = await budgetOf(api, APP, PROFILE.covers);
    const all = await budgetOf(operator, APP, PROFILE.covers);

    expect(own).toMatchObject({ ...PROFILE, usedByOwn: 1, used: null, left: null });
    expect(all).toMatchObject({ ...PROFILE, usedByOwn: 1 });
    expect(all?.used).toBeGreaterThanOrEqual(2);
    expect(all?.left).toBe(600 - (all?.used ?? 0));
    expect(await budgetOf(connector().api(), APP, PROFILE.covers)).toMatchObject({ usedByOwn: 0 });
  });

  it('counts the calls of one account by endpoint, for its organisation only', async () => {
    const { api, integrationId } = await connector().tenant();
    const path = `/api/integrations/${integrationId}/rate-budgets`;
    await api.provider('get-creator-info', { integrationId });

    const creatorInfo = await budgetOf(api, path, '/v2/post/publish/creator_info/query/');

    expect(creatorInfo).toMatchObject({ window: 'minute', limit: 20, used: 1, left: 19 });
    expect(await connector().api().get<ProblemBody>(path)).toMatchObject({
      status: 404,
      body: { code: 'unknown_integration' },
    });
  });

  it('refuses editors', async () => {
    expect((await connector().api(undefined, 'editor').get(APP)).status).toBe(403);
  });
});
