import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { ModuleRef } from '@nestjs/core';
import { CredentialTokens, ReconnectNeededError, TokenCustodyModule } from '../../src/integrations/index.js';
import { TikTokTokenRejectedError, VideoApi } from '../../src/tiktok/index.js';
import { connectAccount } from '../support/consent.js';
import { useConnector, type Tenant } from '../support/connector.js';
import { TOKEN } from '../support/sandbox-control.js';

const connector = useConnector({ webhooks: false });
const VIDEO_LIST = 'POST /v2/video/list/';

let tenant: Tenant;
let credentialId: string;
let tokenCallsBefore: number;

beforeEach(async () => {
  tenant = await connector().tenant({ videos: 1 });
  const [row] = await connector().database.query<{ id: string }>(
    'SELECT credential_id AS id FROM integrations WHERE id = $1',
    [tenant.integrationId],
  );
  credentialId = row?.id ?? '';
  // Calls are counted for the whole sandbox: what the test before has set going must be over.
  await eventually(async () => (await underWay()).length === 0);
  tokenCallsBefore = await connector().sandbox.calls(TOKEN);
});
afterEach(() => connector().sandbox.clearFaults());

/** Work of the background that may call TikTok. */
const underWay = () =>
  connector().database.query(
    `SELECT id FROM sync_runs WHERE due_at IS NOT NULL
     UNION ALL SELECT id FROM integrations WHERE due_at <= now()
     UNION ALL SELECT id FROM credentials WHERE due_at <= now() AND rejected_at IS NULL`,
  );

function custody(): CredentialTokens {
  return connector().app.get(CredentialTokens);
}

/** As another process has it: with the same database, and no memory in common. */
function otherCustody(): Promise<CredentialTokens> {
  return connector().app.select(TokenCustodyModule).get(ModuleRef, { strict: true }).create(CredentialTokens);
}

async function tokenCalls(): Promise<number> {
  return (await connector().sandbox.calls(TOKEN)) - tokenCallsBefore;
}

/** Of our own record: TikTok would still take the token. */
async function setLife(issued: string, expires: string): Promise<void> {
  await connector().database.query(
    `UPDATE credentials SET issued_at = now() + $2::interval, access_expires_at = now() + $3::interval WHERE id = $1`,
    [credentialId, issued, expires],
  );
}

const expired = () => setLife('-3 hours', '-1 hour');
/** TikTok is left alone for a while after trouble. */
const coolDownOver = () =>
  connector().database.query(`UPDATE credentials SET refresh_retry_at = now() WHERE id = $1`, [credentialId]);

/** Within the margin in which it is renewed before its end. */
const nearItsEnd = () => setLife('-115 minutes', '5 minutes');

async function stored(): Promise<{ text: string; rejected: boolean; reason: string | null }> {
  const [row] = await connector().database.query<{ text: string; rejected: boolean; reason: string | null }>(
    `SELECT credentials::text AS text, rejected_at IS NOT NULL AS rejected, rejected_reason AS reason
     FROM credentials WHERE id = $1`,
    [credentialId],
  );
  if (!row) throw new Error('the credential is gone');
  return row;
}

async function integrationStatus(): Promise<unknown> {
  const { body } = await tenant.api.get<{ items: { status: string }[] }>('/api/integrations');
  return body.items[0]?.status;
}

function videosOf(): Promise<unknown> {
  return connector().app.get(VideoApi).list(credentialId, undefined);
}

describe('A token that has expired', () => {
  it('is refreshed by one call, however many want it at once', async () => {
    await expired();

    const tokens = await Promise.all(Array.from({ length: 100 }, () => custody().accessToken(credentialId)));

    expect(new Set(tokens).size).toBe(1);
    expect(await tokenCalls()).toBe(1);
    await expect(videosOf()).resolves.toMatchObject({ has_more: false });
  });

  it('is refreshed by one call, although several processes want it at once', async () => {
    await expired();
    const processes = await Promise.all([1, 2, 3, 4].map(otherCustody));

    const tokens = await Promise.all(
      processes.flatMap((process) => Array.from({ length: 10 }, () => process.accessToken(credentialId))),
    );

    expect(new Set(tokens).size).toBe(1);
    expect(await tokenCalls()).toBe(1);
  });

  it('is replaced by a pair that is encrypted, and whose refresh token works the next time', async () => {
    await expired();
    const first = await custody().accessToken(credentialId);
    await expired();
    const second = await custody().accessToken(credentialId);

    expect(second).not.toBe(first);
    const { text } = await stored();
    for (const token of [first, second]) expect(text).not.toContain(token);
    // The sandbox's tokens begin as TikTok's do.
    expect(text).not.toMatch(/act\.|rft\./);
    expect(text).toContain('v1.test.');
  });

  it('has a new life as long as TikTok says, not as we think', async () => {
    await connector().sandbox.control('/settings', { tokenProfile: 'legacy' });
    try {
      await expired();
      await custody().accessToken(credentialId);
      const [row] = await connector().database.query(
        `SELECT round(extract(epoch FROM access_expires_at - issued_at) / 3600)::int AS hours FROM credentials WHERE id = $1`,
        [credentialId],
      );
      expect(row).toEqual({ hours: 24 });
    } finally {
      await connector().sandbox.control('/settings', { tokenProfile: '2026-11' });
    }
  });

  it.each(['reset', 'http500_html'])(
    'stays usable later when its refresh meets trouble (%s)',
    async (kind) => {
      await expired();
      await connector().sandbox.fault({ match: TOKEN, kind, times: 1 });

      await expect(custody().accessToken(credentialId)).rejects.toThrow('/v2/oauth/token/');

      expect(await stored()).toMatchObject({ rejected: false });
      expect(await integrationStatus()).toBe('active');
      await coolDownOver();
      await expect(custody().accessToken(credentialId)).resolves.toEqual(expect.any(String));
    },
  );
});

describe('A token near its end', () => {
  it('is renewed before it ends', async () => {
    await nearItsEnd();

    await custody().accessToken(credentialId);

    expect(await tokenCalls()).toBe(1);
  });

  it.each(['reset', 'http500_html'])('goes on being used while TikTok cannot renew it (%s)', async (kind) => {
    const held = await custody().accessToken(credentialId);
    await nearItsEnd();
    await connector().sandbox.fault({ match: TOKEN, kind });

    expect(await custody().accessToken(credentialId)).toBe(held);

    expect(await stored()).toMatchObject({ rejected: false });
    expect(await integrationStatus()).toBe('active');
  });

  it('is not renewed while it is young', async () => {
    await custody().accessToken(credentialId);

    expect(await tokenCalls()).toBe(0);
  });
});

describe('A refresh token that TikTok refuses', () => {
  beforeEach(async () => {
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'all' });
    await expired();
  });

  it('makes the credential rejected and every integration of it expired, told once', async () => {
    const second = connector().api();
    await connector().database.query(
      `INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
       SELECT gen_random_uuid(), 'second-' || organisation_id, credential_id, open_id, status, '{}', '{}', 'x'
       FROM integrations WHERE id = $1`,
      [tenant.integrationId],
    );

    await expect(custody().accessToken(credentialId)).rejects.toThrow(ReconnectNeededError);

    expect(await stored()).toMatchObject({ rejected: true, reason: expect.stringMatching(/\w+/) });
    const statuses = await connector().database.query(
      'SELECT DISTINCT status FROM integrations WHERE credential_id = $1',
      [credentialId],
    );
    expect(statuses).toEqual([{ status: 'expired' }]);
    expect((await second.get<{ items: unknown[] }>('/api/integrations')).body.items).toEqual([]);
  });

  it('is not tried again: later calls cost no call to TikTok', async () => {
    await custody()
      .accessToken(credentialId)
      .catch(() => undefined);
    const calls = await tokenCalls();

    const later = await Promise.allSettled(
      Array.from({ length: 50 }, () => custody().accessToken(credentialId)),
    );

    expect(
      later.every((one) => one.status === 'rejected' && one.reason instanceof ReconnectNeededError),
    ).toBe(true);
    expect(await tokenCalls()).toBe(calls);
  });

  it('of which many callers learn at once costs one call', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => custody().accessToken(credentialId)),
    );

    expect(all.every((one) => one.status === 'rejected' && one.reason instanceof ReconnectNeededError)).toBe(
      true,
    );
    expect(await tokenCalls()).toBe(1);
  });

  it('is made good by a new consent', async () => {
    await custody()
      .accessToken(credentialId)
      .catch(() => undefined);

    await connectAccount(tenant.api, { account: tenant.username });

    await expect(custody().accessToken(credentialId)).resolves.toEqual(expect.any(String));
    expect(await integrationStatus()).toBe('active');
  });
});

describe('A refusal that is our own fault', () => {
  it.each(['invalid_client', 'invalid_request'])('(%s) does not make the credential dead', async (code) => {
    await expired();
    await connector().sandbox.fault({ match: TOKEN, kind: 'error_code', code, times: 1 });

    await expect(custody().accessToken(credentialId)).rejects.toThrow(code);

    expect(await stored()).toMatchObject({ rejected: false });
    expect(await integrationStatus()).toBe('active');
  });
});

describe('A token that TikTok rejects although it should be valid', () => {
  it('is refreshed once and the call sent once more', async () => {
    const calls = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'access' });

    await expect(videosOf()).resolves.toMatchObject({ has_more: false });

    expect(await tokenCalls()).toBe(1);
    expect((await connector().sandbox.calls(VIDEO_LIST)) - calls).toBe(2);
  });

  it('is refreshed once for all calls that it failed', async () => {
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'access' });

    await Promise.all(Array.from({ length: 20 }, videosOf));

    expect(await tokenCalls()).toBe(1);
  });

  it('twice in a row is an error, not a loop', async () => {
    const calls = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.fault({ match: VIDEO_LIST, kind: 'error_code', code: 'access_token_invalid' });

    await expect(videosOf()).rejects.toThrow(TikTokTokenRejectedError);

    expect(await tokenCalls()).toBe(1);
    expect((await connector().sandbox.calls(VIDEO_LIST)) - calls).toBe(2);
  });

  it('is not suspected when only a scope is missing', async () => {
    await connector().sandbox.control(`/accounts/${tenant.username}`, { dropScope: 'video.list' });

    await expect(videosOf()).rejects.toThrow('scope_not_authorized');

    expect(await tokenCalls()).toBe(0);
  });
});
