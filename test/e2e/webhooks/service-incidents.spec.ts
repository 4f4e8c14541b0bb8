import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import { SyncScheduler } from '../../../src/sync/schedule/sync-scheduler.js';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { openSignature } from '../../support/given/ads-deliveries.js';

const connector = useConnector({ webhooks: false, environment: { TIKTOK_INCIDENT_HOURS: '30' } });
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);

interface Incident {
  id: string;
  level?: string;
  type?: string;
  title?: string;
  /** How long ago TikTok reported it. */
  hoursAgo?: number;
}

/** Delivers a webhook API_SERVICE_STATUS, and waits until it is handled. */
async function tell({ id, title, level = 'MAJOR_DISRUPTION', type = 'CREATE', hoursAgo = 0 }: Incident) {
  const time = Math.floor(Date.now() / 1000) - hoursAgo * 3600;
  const text = JSON.stringify({
    request_id: randomUUID(),
    object: 14,
    time,
    entry: [
      {
        incident_id: id,
        incident_title: title ?? 'Authorization is disturbed',
        incident_event_type: type,
        incident_level: level,
        incident_products: ['API'],
      },
    ],
  });
  const { status } = await connector().anonymous.send('POST', '/connect/webhook/tiktok', {
    body: Buffer.from(text),
    headers: { 'content-type': 'application/json', 'x-open-signature': openSignature(text) },
  });
  expect(status).toBe(200);
  await eventually(async () => {
    const [row] = await query<{ status: string }>('SELECT status FROM webhook_events WHERE raw_body = $1', [
      Buffer.from(text),
    ]);
    return row?.status === 'processed';
  });
}

afterEach(() => query('DELETE FROM tiktok_incidents'));

async function credentialOf({ integrationId }: Tenant): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  return row?.id ?? '';
}

/** Makes TikTok refuse all tokens of the account, and lets the service ask. */
async function refuse(tenant: Tenant): Promise<unknown> {
  await connector().sandbox.control('/tokens/expire', { account: tenant.username, kind: 'all' });
  return await useToken(tenant);
}

async function useToken(tenant: Tenant): Promise<unknown> {
  const id = await credentialOf(tenant);
  await query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE id = $1`,
    [id],
  );
  return await connector()
    .app.get(CredentialTokens)
    .accessToken(id)
    .catch((error: unknown) => error);
}

async function statusOf({ api }: Tenant): Promise<string | undefined> {
  return (await api.get<PageBody<{ status: string }>>('/api/integrations')).body.items[0]?.status;
}

describe('a token that TikTok refuses', () => {
  it.each(['MAJOR_DISRUPTION', 'LOW_DISRUPTION'])(
    'is retried during an incident (%s), and ends the integration after it',
    async (level) => {
      const tenant = await connector().tenant();
      const id = randomUUID();
      await tell({ id, level });

      expect(await refuse(tenant)).toMatchObject({ message: expect.stringContaining('incident') });
      expect(await statusOf(tenant)).toBe('active');
      expect((await tenant.api.get<PageBody<unknown>>('/api/notifications')).body.items).toEqual([]);

      await tell({ id, level, type: 'RESOLVE' });
      await useToken(tenant);
      expect(await statusOf(tenant)).toBe('expired');
    },
  );

  it('ends the integration if the incident was resolved before, in whatever order the reports come', async () => {
    const tenant = await connector().tenant();
    const id = randomUUID();
    await tell({ id, type: 'RESOLVE' });
    await tell({ id, type: 'UPDATE' });
    await refuse(tenant);
    expect(await statusOf(tenant)).toBe('expired');
  });

  it('ends the integration during an incident that does not explain it', async () => {
    const tenant = await connector().tenant();
    await tell({ id: randomUUID(), level: 'LOW_DISRUPTION', title: 'Reporting is delayed' });
    await refuse(tenant);
    expect(await statusOf(tenant)).toBe('expired');
  });

  it('ends the integration after the maximum, although TikTok goes on reporting the incident', async () => {
    const tenant = await connector().tenant();
    const id = randomUUID();
    await tell({ id, hoursAgo: 31 });
    await tell({ id, type: 'UPDATE' });
    await refuse(tenant);
    expect(await statusOf(tenant)).toBe('expired');
  });

  it('ends the integration if there was no news of the incident for a day', async () => {
    const tenant = await connector().tenant();
    await tell({ id: randomUUID(), hoursAgo: 25 });
    await refuse(tenant);
    expect(await statusOf(tenant)).toBe('expired');
  });
});

const tick = () => connector().app.get(SyncScheduler, { strict: false }).tick();
const makeDue = async ({ organisationId, integrationId }: Tenant) => {
  await eventually(async () => {
    const runs = await query(
      `SELECT FROM sync_runs WHERE integration_id = $1 AND status IN ('queued', 'running')`,
      [integrationId],
    );
    const planned = await query('SELECT FROM sync_schedules WHERE integration_id = $1', [integrationId]);
    return planned.length > 0 && runs.length === 0;
  });
  await query('UPDATE sync_schedules SET due_at = now() WHERE due_at IS NOT NULL AND integration_id = $1', [
    integrationId,
  ]);
  await query('UPDATE sync_turns SET turn_at = now() WHERE organisation_id = $1', [organisationId]);
};

describe('planned syncs', () => {
  it('pause during a major incident, and follow when it is resolved', async () => {
    const tenant = await connector().tenant();
    const id = randomUUID();
    await tell({ id });
    await makeDue(tenant);
    expect(await tick()).toBe(0);

    await tell({ id, type: 'RESOLVE' });
    expect(await tick()).toBeGreaterThan(0);
  });

  it('go on after the maximum, although TikTok goes on reporting the incident', async () => {
    const tenant = await connector().tenant();
    const id = randomUUID();
    await tell({ id, hoursAgo: 31 });
    await tell({ id, type: 'UPDATE' });
    await makeDue(tenant);
    expect(await tick()).toBeGreaterThan(0);
  });

  it('go on during a minor incident', async () => {
    const tenant = await connector().tenant();
    await tell({ id: randomUUID(), level: 'LOW_DISRUPTION' });
    await makeDue(tenant);
    expect(await tick()).toBeGreaterThan(0);
  });
});
