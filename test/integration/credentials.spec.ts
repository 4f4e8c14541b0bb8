import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { ModuleRef } from '@nestjs/core';
import { CredentialTokens, ReconnectNeededError, CredentialsModule } from '../../src/integrations/index.js';
import { TikTokTokenRejectedError, VideoApi } from '../../src/tiktok/index.js';
import { connectAccount } from '../support/given/consent.js';
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
  // Calls are counted for the whole sandbox, so the previous test's work must have ended.
  await eventually(async () => (await underWay()).length === 0);
  tokenCallsBefore = await connector().sandbox.calls(TOKEN);
});
afterEach(() => connector().sandbox.clearFaults());

/** Returns background work that may call TikTok. */
const underWay = () =>
  connector().database.query(
    `SELECT id FROM sync_runs WHERE due_at IS NOT NULL
     UNION ALL SELECT id FROM integrations WHERE due_at <= now()
     UNION ALL SELECT id FROM credentials WHERE due_at <= now() AND rejected_at IS NULL`,
  );

function custody(): CredentialTokens {
  return connector().app.get(CredentialTokens);
}

/** Builds token custody as another process has it: with the same database, and no memory in common. */
function otherCustody(): Promise<CredentialTokens> {
  return connector().app.select(CredentialsModule).get(ModuleRef, { strict: true }).create(CredentialTokens);
}

async function tokenCalls(): Promise<number> {
  return (await connector().sandbox.calls(TOKEN)) - tokenCallsBefore;
}

/** Changes our record only: TikTok would still accept the token. */
async function setLife(issued: string, expires: string): Promise<void> {
  await connector().database.query(
    `UPDATE credentials SET issued_at = now() + $2::interval, access_expires_at = now() + $3::interval WHERE id = $1`,
    [credentialId, issued, expires],
  );
}

const expired = () => setLife('-3 hours', '-1 hour');
/** Ends the cool-down after a failure. */
const coolDownOver = () =>
  connector().database.query(`UPDATE credentials SET refresh_retry_at = now() WHERE id = $1`, [credentialId]);

/** Moves the token into the margin in which it is renewed early. */
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

describe('an expired access token', () => {
  it('is refreshed by one call for many concurrent callers', async () => {
    await expired();

    const tokens = await Promise.all(Array.from({ length: 100 }, () => custody().accessToken(credentialId)));

    expect(new Set(tokens).size).toBe(1);
    expect(await tokenCalls()).toBe(1);
    await expect(videosOf()).resolves.toMatchObject({ has_more: false });
  });

  it('is refreshed by one call for several processes', async () => {
    await expired();
    const processes = await Promise.all([1, 2, 3, 4].map(otherCustody));

    const tokens = await Promise.all(
      processes.flatMap((process) => Array.from({ length: 10 }, () => process.accessToken(credentialId))),
    );

    expect(new Set(tokens).size).toBe(1);
    expect(await tokenCalls()).toBe(1);
  });

  it('is replaced by an encrypted pair whose refresh token works the next time', async () => {
    await expired();
    const first = await custody().accessToken(credentialId);
    await expired();
    const second = await custody().accessToken(credentialId);

    expect(second).not.toBe(first);
    const { text } = await stored();
    for (const token of [first, second]) expect(text).not.toContain(token);
    // The sandbox's tokens have TikTok's prefixes.
    expect(text).not.toMatch(/act\.|rft\./);
    expect(text).toContain('v1.test.');
  });

  it('gets the lifetime from TikTok’s response', async () => {
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

  it.each(['reset', 'http500_html'])('can be refreshed later when a refresh fails (%s)', async (kind) => {
    await expired();
    await connector().sandbox.fault({ match: TOKEN, kind, times: 1 });

    await expect(custody().accessToken(credentialId)).rejects.toThrow('/v2/oauth/token/');

    expect(await stored()).toMatchObject({ rejected: false });
    expect(await integrationStatus()).toBe('active');
    await coolDownOver();
    await expect(custody().accessToken(credentialId)).resolves.toEqual(expect.any(String));
  });
});

describe('an access token that expires soon', () => {
  it('is renewed before it expires', async () => {
    await nearItsEnd();

    await custody().accessToken(credentialId);

    expect(await tokenCalls()).toBe(1);
  });

  it.each(['reset', 'http500_html'])('is still used while TikTok cannot renew it (%s)', async (kind) => {
    const held = await custody().accessToken(credentialId);
    await nearItsEnd();
    await connector().sandbox.fault({ match: TOKEN, kind });

    expect(await custody().accessToken(credentialId)).toBe(held);

    expect(await stored()).toMatchObject({ rejected: false });
    expect(await integrationStatus()).toBe('active');
  });

  it('is not renewed early in its lifetime', async () => {
    await custody().accessToken(credentialId);

    expect(await tokenCalls()).toBe(0);
  });
});

describe('a refresh token that TikTok rejects', () => {
  beforeEach(async () => {
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'all' });
    await expired();
  });

  it('rejects the credential and expires its integrations, with one notification', async () => {
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

  it('is not sent again: later calls cost no call to TikTok', async () => {
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

  it('costs one call for many concurrent callers', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => custody().accessToken(credentialId)),
    );

    expect(all.every((one) => one.status === 'rejected' && one.reason instanceof ReconnectNeededError)).toBe(
      true,
    );
    expect(await tokenCalls()).toBe(1);
  });

  it('is replaced by a new consent', async () => {
    await custody()
      .accessToken(credentialId)
      .catch(() => undefined);

    await connectAccount(tenant.api, { account: tenant.username });

    await expect(custody().accessToken(credentialId)).resolves.toEqual(expect.any(String));
    expect(await integrationStatus()).toBe('active');
  });
});

describe('a rejection of our app', () => {
  it.each(['invalid_client', 'invalid_request'])('does not reject the credential (%s)', async (code) => {
    await expired();
    await connector().sandbox.fault({ match: TOKEN, kind: 'error_code', code, times: 1 });

    await expect(custody().accessToken(credentialId)).rejects.toThrow(code);

    expect(await stored()).toMatchObject({ rejected: false });
    expect(await integrationStatus()).toBe('active');
  });
});

describe('a valid access token that TikTok rejects', () => {
  it('is refreshed once, and the call is repeated once', async () => {
    const calls = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'access' });

    await expect(videosOf()).resolves.toMatchObject({ has_more: false });

    expect(await tokenCalls()).toBe(1);
    expect((await connector().sandbox.calls(VIDEO_LIST)) - calls).toBe(2);
  });

  it('is refreshed once for all failed calls', async () => {
    await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'access' });

    await Promise.all(Array.from({ length: 20 }, videosOf));

    expect(await tokenCalls()).toBe(1);
  });

  it('is an error, not a loop, the second time in a row', async () => {
    const calls = await connector().sandbox.calls(VIDEO_LIST);
    await connector().sandbox.fault({ match: VIDEO_LIST, kind: 'error_code', code: 'access_token_invalid' });

    await expect(videosOf()).rejects.toThrow(TikTokTokenRejectedError);

    expect(await tokenCalls()).toBe(1);
    expect((await connector().sandbox.calls(VIDEO_LIST)) - calls).toBe(2);
  });

  it('is not refreshed when only a scope is missing', async () => {
    await connector().sandbox.control(`/accounts/${tenant.username}`, { dropScope: 'video.list' });

    await expect(videosOf()).rejects.toThrow('scope_not_authorized');

    expect(await tokenCalls()).toBe(0);
  });
});
