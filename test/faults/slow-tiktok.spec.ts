import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../src/integrations/index.js';
import type { ProblemBody } from '../support/api-client.js';
import { useConnector, type Tenant } from '../support/connector.js';
import { follow, giveConsent } from '../support/given/consent.js';
import { CREATOR_INFO, TOKEN } from '../support/sandbox-control.js';

// A call to TikTok ends after 20 s. A caller that ends clearly earlier did not wait for it.
const GIVEN_UP_MS = 20_000;
const SOON_MS = 12_000;
const ACCOUNTS = 14;

const connector = useConnector({ webhooks: false });
afterEach(() => connector().sandbox.clearFaults());

const query = <Row>(sql: string, values: unknown[] = []) => connector().database.query<Row>(sql, values);
const creatorInfo = ({ api }: Tenant) => api.provider<ProblemBody>('get-creator-info', {});

async function credentialOf({ integrationId }: Tenant): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  return row?.id ?? '';
}

/** Expires the access token of every account in our record, or lets it expire soon. */
function expire(left = '-1 hour'): Promise<unknown> {
  return query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() + $1::interval,
       refresh_retry_at = NULL, due_at = NULL`,
    [left],
  );
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  const result = await work;
  return { result, ms: performance.now() - startedAt };
}

/** Waits until hanging calls have timed out and each account has a token again. */
async function untilAllWork(): Promise<void> {
  const until = performance.now() + 2 * GIVEN_UP_MS;
  const left = 'SELECT 1 FROM credentials WHERE refresh_lease IS NOT NULL OR refresh_failures > 0';
  while ((await query(left)).length > 0) {
    expect(performance.now()).toBeLessThan(until);
    await sleep(200);
  }
}

describe('a token endpoint that hangs', () => {
  it('delays its callers by seconds, and nothing else', async () => {
    const hanging: Tenant[] = [];
    for (let n = 0; n < ACCOUNTS; n += 1) hanging.push(await connector().tenant());
    const healthy = await connector().tenant();
    await expire();
    await connector().sandbox.fault({ match: TOKEN, kind: 'hang', times: ACCOUNTS });

    const slow = hanging.map((tenant) => timed(creatorInfo(tenant)));
    await eventually(async () => (await connector().sandbox.calls(TOKEN)) >= 15 + ACCOUNTS);
    const others = await timed(
      Promise.all([creatorInfo(healthy), ...hanging.map(({ api }) => api.get('/api/integrations'))]),
    );

    expect(others.result.map(({ status }) => status)).toEqual(Array(ACCOUNTS + 1).fill(200));
    for (const { result, ms } of await Promise.all(slow)) {
      expect(result).toMatchObject({ status: 503, body: { code: 'token_refresh_slow' } });
      expect(Number(result.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(ms).toBeLessThan(SOON_MS);
    }
    expect(others.ms).toBeLessThan(SOON_MS);
    // No account counts as expired.
    expect(await query('SELECT 1 FROM credentials WHERE rejected_at IS NOT NULL')).toEqual([]);
    // The hanging call ends, and the next attempt succeeds automatically.
    await untilAllWork();
  }, 120_000);

  it('delays a sync without counting a failure or an attempt', async () => {
    const tenant = await connector().tenant({ videos: 2 });
    await expire();
    await connector().sandbox.fault({ match: TOKEN, kind: 'slow', ms: 7_000, times: 1 });

    await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
    const run = () =>
      query<{ status: string; attempts: number; last_error: string | null }>(
        'SELECT status, attempts, last_error FROM sync_runs WHERE integration_id = $1',
        [tenant.integrationId],
      );
    await eventually(async () => (await run())[0]?.last_error?.includes('slow to renew'));

    expect(await run()).toMatchObject([{ status: 'running', attempts: 0 }]);
    await eventually(async () => (await run())[0]?.status === 'succeeded');
  }, 60_000);
});

describe('a refresh that outlasts its callers', () => {
  it('continues without them, with one call, and stores the new pair', async () => {
    const tenant = await connector().tenant();
    const credentialId = await credentialOf(tenant);
    await expire();
    const before = await connector().sandbox.calls(TOKEN);
    await connector().sandbox.fault({ match: TOKEN, kind: 'slow', ms: 7_000, times: 1 });

    const first = await creatorInfo(tenant);
    const again = await timed(creatorInfo(tenant));

    expect([first.status, again.result.status]).toEqual([503, 503]);
    // The refresh has been slow for a while, so the next caller waits briefly.
    expect(again.ms).toBeLessThan(3_000);
    const answer = await eventually(async () => {
      const { status } = await creatorInfo(tenant);
      return status === 200 && status;
    });
    expect(answer).toBe(200);
    expect((await connector().sandbox.calls(TOKEN)) - before).toBe(1);
    // TikTok's current pair is the one that is stored: it can be refreshed once more.
    await expire();
    await expect(connector().app.get(CredentialTokens).accessToken(credentialId)).resolves.toEqual(
      expect.any(String),
    );
  }, 60_000);

  it('serves the token that is still valid after a moment', async () => {
    const tenant = await connector().tenant();
    await expire('5 minutes');
    await connector().sandbox.fault({ match: TOKEN, kind: 'hang', times: 1 });

    const { result, ms } = await timed(creatorInfo(tenant));

    expect(result.status).toBe(200);
    expect(ms).toBeLessThan(5_000);
  }, 60_000);
});

describe('an interactive call to a TikTok that hangs', () => {
  it.each([
    ['get-creator-info', {}],
    ['validate-publication', { kind: 'video', mode: 'direct', privacyLevel: 'SELF_ONLY', title: 'x' }],
  ])(
    '(%s) ends within seconds, with 503 and Retry-After',
    async (action, body) => {
      const tenant = await connector().tenant();
      await connector().sandbox.fault({ match: CREATOR_INFO, kind: 'hang' });

      const { result, ms } = await timed(tenant.api.provider<ProblemBody>(action, body));

      expect(result).toMatchObject({ status: 503, body: { code: 'tiktok_unavailable' } });
      expect(Number(result.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(ms).toBeLessThan(GIVEN_UP_MS - 4_000);
    },
    60_000,
  );

  it('disconnects immediately', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ match: 'POST /v2/oauth/revoke/', kind: 'hang', times: 1 });

    const path = `/api/integrations/${tenant.integrationId}/disconnect`;
    const { result, ms } = await timed(tenant.api.post(path, {}));

    expect(result.status).toBe(202);
    expect(ms).toBeLessThan(3_000);
  });
});

describe('a consent whose code TikTok exchanges slowly', () => {
  it('releases the browser in time and connects the account automatically', async () => {
    const tenant = await connector().tenant();
    const api = connector().api();
    const callback = await giveConsent(api, { account: tenant.username });
    await connector().sandbox.fault({ match: TOKEN, kind: 'slow', ms: 17_000, times: 1 });

    const { result: landed, ms } = await timed(follow(callback.href));

    expect(Object.fromEntries(landed.searchParams)).toEqual({ status: 'error', code: 'consent_pending' });
    expect(ms).toBeLessThan(17_000);
    const again = await eventually(async () => {
      const { searchParams } = await follow(callback.href);
      return searchParams.get('status') === 'connected' && searchParams;
    });
    expect(again.get('integrationId')).toEqual(expect.any(String));
  }, 60_000);
});
