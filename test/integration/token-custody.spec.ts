import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { AppConfig } from '../../src/config/index.js';
import { CredentialTokens } from '../../src/integrations/index.js';
import { KeyRotation } from '../../src/integrations/credentials/keys/key-rotation.js';
import { Jobs } from '../../src/jobs/index.js';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../support/connector.js';
import { TOKEN } from '../support/sandbox-control.js';

const connector = useConnector({ webhooks: false });

let tenant: Tenant;
let credentialId: string;

beforeEach(async () => {
  tenant = await connector().tenant();
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    tenant.integrationId,
  ]);
  credentialId = row?.id ?? '';
});
afterEach(() => connector().sandbox.clearFaults());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);
const tokens = () => connector().app.get(CredentialTokens);
const expire = () =>
  query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour'
     WHERE id = $1`,
    [credentialId],
  );

async function credential() {
  const [row] = await query<{
    access_token: string;
    refresh_failures: number;
    rejected_at: Date | null;
    due: string;
  }>(`SELECT *, extract(epoch FROM due_at - now())::int AS due FROM credentials WHERE id = $1`, [
    credentialId,
  ]);
  if (!row) throw new Error('the credential is gone');
  return row;
}

async function journalled(): Promise<string[]> {
  return await readdir(path.join(connector().config.dataDir, 'token-journal')).catch(() => []);
}

/** Makes each commit of new tokens fail, as when the database fails at that moment. */
async function refuseCommits(): Promise<void> {
  await query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is gone'; END $$`);
  await query(`
    CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE OF access_token ON credentials
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`);
}

const allowCommits = () => query('DROP FUNCTION refuse() CASCADE');

describe('a refreshed pair whose commit fails', () => {
  it('serves the callers, waits encrypted on disk, and is committed as soon as possible', async () => {
    await expire();
    const before = await connector().sandbox.calls(TOKEN);
    await refuseCommits();
    try {
      const callers = await Promise.all(Array.from({ length: 20 }, () => tokens().accessToken(credentialId)));
      expect(new Set(callers).size).toBe(1);
      expect(await journalled()).toEqual([expect.stringMatching(`^${credentialId}\\.[0-9a-f]{64}\\.pair$`)]);
    } finally {
      await allowCommits();
    }
    await eventually(async () => (await journalled()).length === 0);
    expect((await connector().sandbox.calls(TOKEN)) - before).toBe(1);

    // The database now has TikTok's current pair: it can be refreshed again.
    await expire();
    await expect(tokens().accessToken(credentialId)).resolves.toEqual(expect.any(String));
    expect((await credential()).rejected_at).toBeNull();
  });
});

describe('a failed refresh', () => {
  it('is followed by a cool-down, and resets the failures once it succeeds', async () => {
    await expire();
    const before = await connector().sandbox.calls(TOKEN);
    await connector().sandbox.fault({ match: TOKEN, kind: 'http500_html', times: 1 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(tokens().accessToken(credentialId)).rejects.toThrow('/v2/oauth/token/');
    }
    expect((await connector().sandbox.calls(TOKEN)) - before).toBe(1);
    expect((await credential()).refresh_failures).toBe(1);

    await query('UPDATE credentials SET refresh_retry_at = now() WHERE id = $1', [credentialId]);
    await tokens().accessToken(credentialId);
    expect((await credential()).refresh_failures).toBe(0);
  });
});

describe('a token without callers', () => {
  it('is refreshed automatically before each expiry', async () => {
    const { access_token: old } = await credential();
    await query('UPDATE credentials SET due_at = now() WHERE id = $1', [credentialId]);
    await connector().app.get(Jobs).wake('token', credentialId);
    await eventually(async () => (await credential()).access_token !== old);
    const { due } = await credential();
    // A lifetime of 2 h, less a margin of 15 min and its jitter.
    expect(Number(due)).toBeGreaterThan(100 * 60);
    expect(Number(due)).toBeLessThan(106 * 60);
  });

  it('is not refreshed while no integration is active', async () => {
    await query(`UPDATE integrations SET status = 'expired' WHERE id = $1`, [tenant.integrationId]);
    await query('UPDATE credentials SET due_at = now() WHERE id = $1', [credentialId]);
    const before = await connector().sandbox.calls(TOKEN);
    await connector().app.get(Jobs).wake('token', credentialId);
    await eventually(async () => (await credential()).due === null);
    expect(await connector().sandbox.calls(TOKEN)).toBe(before);
  });
});

const notified = () =>
  query<{ kind: string; title: string }>(`SELECT kind, title FROM notifications WHERE subject_id = $1`, [
    tenant.integrationId,
  ]);

describe('a consent that expires in a week', () => {
  it('is notified once, however often its token is refreshed', async () => {
    for (let refresh = 0; refresh < 2; refresh += 1) {
      const { access_token: before } = await credential();
      // A refresh does not move the day when TikTok's consent expires.
      await connector().sandbox.control('/clock', { advanceSeconds: refresh === 0 ? 173 * 86_400 : 1 });
      await query('UPDATE credentials SET due_at = now() WHERE id = $1', [credentialId]);
      await connector().app.get(Jobs).wake('token', credentialId);
      await eventually(async () => (await credential()).access_token !== before);
    }
    await eventually(async () => (await notified()).length > 0);
    expect(await notified()).toEqual([
      { kind: 'refresh_horizon', title: expect.stringContaining('TikTok access ends on') },
    ]);
  });
});

describe('KeyRotation', () => {
  it('re-encrypts every token while tokens are read and refreshed', async () => {
    await Promise.all(Array.from({ length: 15 }, () => connector().tenant()));
    const config = connector().app.get(AppConfig);
    const [old] = config.encryptionKeys;
    Object.assign(config, { encryptionKeys: [{ id: 'newer', key: Buffer.alloc(32, 9) }, old] });
    const ids = (await query<{ id: string }>('SELECT id FROM credentials WHERE rejected_at IS NULL')).map(
      (row) => row.id,
    );
    await expire();

    const [rewritten] = await Promise.all([
      connector()
        .app.get(KeyRotation)
        .rotate(() => undefined),
      ...ids.map((id) => tokens().accessToken(id)),
    ]);

    expect(rewritten).toBeGreaterThan(10);
    const [left] = await query<{ n: string }>(
      `SELECT count(*) AS n FROM credentials WHERE access_token LIKE 'v1.test.%' OR refresh_token LIKE 'v1.test.%'`,
    );
    expect(left?.n).toBe('0');
    // The old key is no longer needed.
    Object.assign(config, { encryptionKeys: [config.encryptionKeys[0]] });
    await Promise.all(ids.map((id) => expect(tokens().accessToken(id)).resolves.toEqual(expect.any(String))));
  });
});
