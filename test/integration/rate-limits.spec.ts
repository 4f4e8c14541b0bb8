import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext } from '../../src/database/index.js';
import { IntegrationsService } from '../../src/integrations/index.js';
import { RateBudgetError, UserApi } from '../../src/tiktok/index.js';
import { useConnector, type Tenant } from '../support/connector.js';

const connector = useConnector({ webhooks: false });
const VIDEO_LIST = 'POST /v2/video/list/';
const USER_INFO = 'GET /v2/user/info/';

// Responses of a gateway in front of TikTok, as faults of the sandbox.
const LIMITED = [
  ['an HTML page', { kind: 'http500_html', status: 429 }],
  ['an empty body', { kind: 'empty_body', status: 429 }],
] as const;

afterEach(() => connector().sandbox.clearFaults());

interface SyncRow extends Record<string, unknown> {
  seconds: number;
  leased: boolean;
}

async function waitingRun(id: string | undefined): Promise<SyncRow> {
  return await eventually(async () => {
    const [row] = await connector().database.query<SyncRow>(
      `SELECT extract(epoch FROM due_at - now())::float AS seconds, lease_until IS NOT NULL AS leased
       FROM sync_runs WHERE id = $1 AND last_error IS NOT NULL`,
      [id],
    );
    return row && !row.leased && row;
  });
}

async function askForUser({ organisationId, integrationId }: Tenant): Promise<unknown> {
  const { app } = connector();
  const { credentialId } = await app
    .get(OrgContext)
    .run(organisationId, 'a test', () => app.get(IntegrationsService).get(integrationId));
  return await app.get(UserApi).info(credentialId, ['user.info.basic'], 'interactive');
}

describe.each(LIMITED)('HTTP 429 with %s', (_body, fault) => {
  it('makes a job wait for the minute to pass, after one call', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    const before = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.fault({ match: VIDEO_LIST, ...fault });

    const { body } = await tenant.api.post<{ runIds: string[] }>('/api/sync/trigger', {
      platform: 'tiktok',
      syncType: 'videos',
    });

    expect((await waitingRun(body.runIds[0])).seconds).toBeGreaterThan(30);
    expect((await connector().sandbox.calls(VIDEO_LIST)) - before).toBe(1);
  });

  it('returns 429 with the reason to a user, and makes no further call', async () => {
    const tenant = await connector().tenant();
    const before = await connector().sandbox.calls(USER_INFO);
    await connector().sandbox.fault({ match: USER_INFO, ...fault });

    for (const reason of ['refused this call', 'refused calls']) {
      const refusal: unknown = await askForUser(tenant).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(RateBudgetError);
      expect(refusal).toMatchObject({ status: 429, message: expect.stringContaining(reason) });
      expect((refusal as RateBudgetError).retryAfterSeconds).toBeGreaterThan(30);
    }
    expect((await connector().sandbox.calls(USER_INFO)) - before).toBe(1);
  });
});
