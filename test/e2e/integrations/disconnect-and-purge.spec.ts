import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';
import { dumpOf } from '../../support/database-dump.js';
import { begin, publish, ready, untilStatus } from '../../support/given/publications.js';

const connector = useConnector();

interface Notification {
  id: string;
  kind: string;
  title: string;
  detail: string;
  affected: { kind: string; count: number; examples: string[] }[];
  subject: { type: string; id: string };
  resolvedAt: string | null;
}
interface Page<T> {
  items: T[];
}

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);

async function notifications(tenant: Tenant, kind: string): Promise<Notification[]> {
  const { body } = await tenant.api.get<Page<Notification>>('/api/notifications');
  return body.items.filter((one) => one.kind === kind);
}

async function statusOf(tenant: Tenant): Promise<string | undefined> {
  const { body } = await tenant.api.get<Page<{ id: string; status: string }>>('/api/integrations');
  return body.items.find(({ id }) => id === tenant.integrationId)?.status;
}

/** Returns each table with rows of the organisation, and their number. */
async function tablesWith({ organisationId }: Tenant): Promise<string[]> {
  const tables = await query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns
     WHERE column_name = 'organisation_id' AND table_schema = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { table_name: table } of tables) {
    const sql = `SELECT count(*)::int AS rows FROM ${table} WHERE organisation_id = $1`;
    const [counted] = await query<{ rows: number }>(sql, [organisationId]);
    if (counted && counted.rows > 0) found.push(`${table}: ${counted.rows}`);
  }
  return found;
}

/** Removes the access as the user does in TikTok's app; TikTok sends a webhook. */
const removeAccess = (tenant: Tenant) =>
  connector().sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });

describe('an account whose user removes the access', () => {
  it('expires with one notification that lists the affected work; a reconnect sends the all-clear', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    await removeAccess(tenant);
    await eventually(async () => (await statusOf(tenant)) === 'expired');
    await eventually(async () => (await notifications(tenant, 'integration_expired')).length > 0);
    // TikTok repeats the webhook: no second notification.
    await connector().sandbox.control('/webhooks/emit', {
      event: 'authorization.removed',
      account: tenant.username,
      content: { reason: 1 },
      createTime: Math.floor(Date.now() / 1000) + 5,
    });
    await eventually(async () => {
      const { body } = await tenant.api.get<Page<{ status: string }>>('/api/webhooks/events');
      return body.items.length >= 2 && body.items.every(({ status }) => status === 'processed');
    });
    const [notice, ...more] = await notifications(tenant, 'integration_expired');
    expect(more).toEqual([]);
    expect(notice?.subject).toEqual({ type: 'integration', id: tenant.integrationId });
    expect(notice?.detail).toContain('disconnected the app');
    expect(notice?.affected.map(({ kind }) => kind)).toContain('syncs');

    await connector().connect(tenant.api, { account: tenant.username });
    await eventually(async () => (await notifications(tenant, 'all_clear')).length === 1);
    expect(await statusOf(tenant)).toBe('active');
    const [cleared] = await notifications(tenant, 'integration_expired');
    expect(cleared?.resolvedAt).toEqual(expect.any(String));
    // A sync fetches at once what was missed.
    await eventually(async () => {
      const { body } = await tenant.api.get<Page<{ status: string }>>('/api/sync/runs');
      return body.items.length > 0 && body.items.every(({ status }) => status === 'succeeded');
    });
  });
});

describe('disconnecting', () => {
  it('deletes the TikTok data, revokes the access, and leaves an audit line', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
    await eventually(
      async () =>
        (await tenant.api.get<Page<unknown>>('/api/social-activity/videos')).body.items.length === 3,
    );

    const answer = await tenant.api.post(`/api/integrations/${tenant.integrationId}/disconnect`, {});
    expect(answer.status).toBe(202);
    await eventually(async () => (await statusOf(tenant)) === undefined);

    expect((await tenant.api.get<Page<unknown>>('/api/social-activity/videos')).body.items).toEqual([]);
    expect((await tenant.api.get<Page<unknown>>('/api/sync/runs')).body.items).toEqual([]);
    expect(
      await query(
        'SELECT 1 FROM credentials c WHERE NOT EXISTS (SELECT FROM integrations i WHERE i.credential_id = c.id)',
      ),
    ).toEqual([]);
    const audit = await query(
      'SELECT action, subject_id, actor FROM audit_entries WHERE organisation_id = $1',
      [tenant.organisationId],
    );
    expect(audit).toEqual([
      { action: 'integration_purged', subject_id: tenant.integrationId, actor: 'tester' },
    ]);
    const { calls } = await connector().sandbox.read<{ calls: Record<string, number> }>('/counters');
    expect(calls['POST /v2/oauth/revoke/']).toBe(1);
  });

  it('leaves only the audit trail and the audit line in all tables, and no staged file', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'all' });
    await untilStatus(tenant.api, await publish(tenant.api), 'public');
    const staged = new Set(await connector().stagedFiles());
    await ready(tenant.api);
    await begin(tenant.api);
    await eventually(async () => {
      const { body } = await tenant.api.get<Page<{ status: string }>>('/api/webhooks/events');
      return body.items.length > 0 && body.items.every(({ status }) => status === 'processed');
    });
    expect((await tablesWith(tenant)).length).toBeGreaterThan(5);

    await tenant.api.post(`/api/integrations/${tenant.integrationId}/disconnect`, {});
    await eventually(async () => (await statusOf(tenant)) === undefined);

    // Stays for a day: which user requested the consent. Contains no TikTok data.
    const left = (await tablesWith(tenant)).filter((table) => !table.startsWith('oauth_states'));
    expect(left).toEqual([expect.stringMatching(/^admin_actions: \d+$/), 'audit_entries: 1']);
    const dump = await dumpOf(connector().database);
    expect(dump.includes(tenant.username)).toBe(false);
    expect((await connector().stagedFiles()).filter((name) => !staged.has(name))).toEqual([]);
  });

  it('keeps another organisation with the same account connected, with working tokens', async () => {
    const first = await connector().tenant({ videos: 2 });
    const second = connector().api();
    await connector().connect(second, { account: first.username });
    const revoked = await connector().sandbox.calls('POST /v2/oauth/revoke/');

    await first.api.post(`/api/integrations/${first.integrationId}/disconnect`, {});
    await eventually(async () => (await statusOf(first)) === undefined);

    expect(await connector().sandbox.calls('POST /v2/oauth/revoke/')).toBe(revoked);
    await second.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
    await eventually(
      async () => (await second.get<Page<unknown>>('/api/social-activity/videos')).body.items.length === 2,
    );
  });

  it.each(['not-an-id', '01900000-0000-7000-8000-000000000000'])(
    'returns 404 for %s and for an integration of another organisation',
    async (id) => {
      const tenant = await connector().tenant();
      const foreign = await connector().tenant();
      for (const wanted of [id, foreign.integrationId]) {
        expect((await tenant.api.post(`/api/integrations/${wanted}/disconnect`, {})).status).toBe(404);
      }
      expect(await statusOf(foreign)).toBe('active');
    },
  );
});

describe('two organisations that share an account', () => {
  it('both work again when one of them reconnects it', async () => {
    const first = await connector().tenant();
    const second = connector().api();
    await connector().connect(second, { account: first.username });
    const statusOfSecond = async () =>
      (await second.get<Page<{ status: string }>>('/api/integrations')).body.items[0]?.status;
    await removeAccess(first);
    await eventually(
      async () => (await statusOf(first)) === 'expired' && (await statusOfSecond()) === 'expired',
    );

    await connector().connect(second, { account: first.username });
    await eventually(
      async () => (await statusOf(first)) === 'active' && (await statusOfSecond()) === 'active',
    );
  });
});

describe('a removal webhook that is older than the consent', () => {
  it('leaves the connection alone', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.control('/webhooks/emit', {
      event: 'authorization.removed',
      account: tenant.username,
      content: { reason: 1 },
      createTime: Math.floor(Date.now() / 1000) - 3600,
    });
    await eventually(async () => {
      const { body } = await tenant.api.get<Page<{ status: string }>>('/api/webhooks/events');
      return body.items.some(({ status }) => status === 'processed');
    });
    expect(await statusOf(tenant)).toBe('active');
  });
});

const videosOf = async (tenant: Tenant) =>
  (await tenant.api.get<Page<unknown>>('/api/social-activity/videos')).body.items.length;
const syncVideos = async (tenant: Tenant, count: number) => {
  await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
  await eventually(async () => (await videosOf(tenant)) === count);
};

describe('the TikTok data', () => {
  it('is deleted on request while the connection stays', async () => {
    const tenant = await connector().tenant({ videos: 2 });
    await syncVideos(tenant, 2);
    expect((await tenant.api.delete(`/api/integrations/${tenant.integrationId}/data`)).status).toBe(202);
    await eventually(async () => (await videosOf(tenant)) === 0);
    expect(await statusOf(tenant)).toBe('active');
    const audit = await query(
      'SELECT action, actor FROM audit_entries WHERE subject_id = $1 ORDER BY happened_at, id',
      [tenant.integrationId],
    );
    expect(audit).toEqual([
      { action: 'data_deletion_requested', actor: 'tester' },
      { action: 'data_deleted', actor: 'system' },
    ]);
  });

  it('is deleted with the integration when the grace period after a removal has passed', async () => {
    const tenant = await connector().tenant({ videos: 2 });
    await syncVideos(tenant, 2);
    await removeAccess(tenant);
    await eventually(async () => (await notifications(tenant, 'integration_expired')).length > 0);
    expect(await videosOf(tenant)).toBe(2);
    const [row] = await query<{ days: number }>(
      `UPDATE integrations SET purge_at = now(), due_at = now() WHERE id = $1
       RETURNING (SELECT extract(day FROM i.purge_at - i.expired_at)::int AS days FROM integrations i WHERE i.id = $1)`,
      [tenant.integrationId],
    );
    expect(row?.days).toBe(30);
    await eventually(async () => (await statusOf(tenant)) === undefined);
    expect(await videosOf(tenant)).toBe(0);
  });
});

describe('a removal webhook after a rejected refresh', () => {
  it('still schedules the deletion of the data', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    await query(
      `UPDATE integrations SET status = 'expired', expired_at = now(), due_at = now() WHERE id = $1`,
      [tenant.integrationId],
    );
    await eventually(async () => (await notifications(tenant, 'integration_expired')).length > 0);
    await removeAccess(tenant);
    await eventually(async () => {
      const [row] = await query<{ planned: boolean }>(
        'SELECT purge_at IS NOT NULL AND due_at = purge_at AS planned FROM integrations WHERE id = $1',
        [tenant.integrationId],
      );
      return row?.planned;
    });
    expect(await notifications(tenant, 'integration_expired')).toHaveLength(1);
  });
});
