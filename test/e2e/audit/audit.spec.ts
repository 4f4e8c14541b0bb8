import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { AuditJanitor } from '../../../src/audit/audit-janitor.js';
import { auditOf, callerWith, type AuditItem } from '../../support/given/audit.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector({ webhooks: false, environment: { AUDIT_RETENTION_DAYS: '60' } });
const NEW_ACTION = `INSERT INTO admin_actions (id, organisation_id, action, actor_id, role, targets, at, status)
  VALUES ($1, $2, 'pull', 'tester', 'admin', '[]', $3, $4)`;

/** Writes an entry as its owner. */
async function given(organisationId: string, at: string, status: number | null): Promise<string> {
  const id = randomUUID();
  await connector().database.query(NEW_ACTION, [id, organisationId, at, status]);
  return id;
}

function daysAgo(count: number): string {
  return new Date(Date.now() - count * 86_400_000).toISOString();
}

describe('audit trail', () => {
  it('names who disconnected what, when and with which outcome', async () => {
    const { organisationId, integrationId } = await connector().tenant();
    const claims = { sub: 'user-7', name: 'Lena Krause', role: 'operator' };
    const api = callerWith(connector(), organisationId, claims);
    const answer = await api.post(`/api/integrations/${integrationId}/disconnect`, {});

    const [entry] = await auditOf(api);

    expect(entry).toMatchObject({
      action: 'disconnectIntegration',
      actor: { id: 'user-7', name: 'Lena Krause' },
      role: 'operator',
      targets: [{ parameter: 'integrationId', id: integrationId }],
      status: answer.status,
      requestId: answer.headers.get('x-request-id'),
    });
    expect(Math.abs(Date.parse(entry?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('has the beginning and the end of a consent', async () => {
    const { api, integrationId } = await connector().tenant();

    const [finished, begun] = await auditOf(api);

    expect(begun).toMatchObject({ action: 'getAuthUrl', actor: { id: 'tester', name: null }, status: 200 });
    expect(finished).toMatchObject({
      action: 'finishLoginConsent',
      actor: { id: 'tester', name: null },
      role: null,
      targets: [{ parameter: 'integrationId', id: integrationId }],
      status: 302,
    });
  });

  it('has the error of an action that was refused', async () => {
    const api = connector().api();
    const id = randomUUID();
    const body = { platform: 'instagram', syncType: 'all' };
    await api.post(`/api/integrations/${id}/disconnect`, {});
    await api.post('/api/sync/trigger', body);

    expect(await auditOf(api)).toMatchObject([
      { action: 'triggerSync', targets: [], status: 422 },
      { action: 'disconnectIntegration', targets: [{ id }], status: 404 },
    ]);
  });

  it('stores no body', async () => {
    const { api, organisationId } = await connector().tenant();
    await api.post('/api/crm/webhooks', {
      url: 'https://crm.example/hooks-of-acme',
      events: ['message.created'],
    });

    const rows = await connector().database.query(
      'SELECT a::text FROM admin_actions a WHERE organisation_id = $1',
      [organisationId],
    );

    expect(JSON.stringify(rows)).toContain('createCrmWebhook');
    expect(JSON.stringify(rows)).not.toContain('hooks-of-acme');
  });

  it('keeps no readable id of an erased contact, and finds it by the id', async () => {
    const api = connector().api();
    const contactId = randomUUID();
    await api.delete(`/api/crm/contacts/${contactId}`);
    await api.delete(`/api/crm/contacts/${randomUUID()}`);

    const found = await auditOf(api, `&target=${contactId}`);

    expect(found).toMatchObject([{ action: 'eraseContact', targets: [{ parameter: 'contactId' }] }]);
    expect(JSON.stringify(found)).not.toContain(contactId);
  });

  it('has one entry for a call that is repeated with its Idempotency-Key', async () => {
    const api = connector().api().with({ 'idempotency-key': randomUUID() });
    await api.post('/api/ads/kill-switch', { reason: 'test' });
    const again = await api.post('/api/ads/kill-switch', { reason: 'test' });

    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await auditOf(api.with({ 'idempotency-key': '' }))).toMatchObject([
      { action: 'pull', status: 200 },
    ]);
  });

  it('begins no action that it cannot record', async () => {
    const { api, integrationId } = await connector().tenant();
    const { database } = connector();
    await database.query('ALTER TABLE admin_actions RENAME TO admin_actions_gone');
    try {
      const refused = await api.post(`/api/integrations/${integrationId}/disconnect`, {});
      expect(refused.status).toBe(500);
    } finally {
      await database.query('ALTER TABLE admin_actions_gone RENAME TO admin_actions');
    }

    const { body } = await api.get(`/api/integrations/${integrationId}`);

    expect(body).toMatchObject({ status: 'active' });
  });

  it('shows an action whose process ended before the answer as unknown', async () => {
    const organisationId = `org-${randomUUID()}`;
    await given(organisationId, '2026-11-02T10:00:00Z', null);

    expect(await auditOf(connector().api(organisationId))).toMatchObject([{ action: 'pull', status: null }]);
  });

  it.each([
    ['a status', 'status = 500'],
    ['an actor', `actor_id = 'other'`],
  ])('is never rewritten: not %s', async (_, change) => {
    const id = await given(`org-${randomUUID()}`, '2026-11-02T10:00:00Z', 200);

    const rewriting = connector().database.query(`UPDATE admin_actions SET ${change} WHERE id = $1`, [id]);

    await expect(rewriting).rejects.toThrow('an entry of the audit trail is never changed');
  });

  it('is deleted after its retention', async () => {
    const organisationId = `org-${randomUUID()}`;
    await given(organisationId, daysAgo(61), 200);
    const kept = await given(organisationId, daysAgo(59), 200);

    await connector().app.get(AuditJanitor).clean();

    expect(await auditOf(connector().api(organisationId))).toMatchObject([{ id: kept }]);
  });
});

describe('GET /api/audit', () => {
  it.each(['viewer', 'editor'] as const)('refuses the role %s', async (role) => {
    const refused = await connector().api(undefined, role).get<ProblemBody>('/api/audit');

    expect(refused).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  });

  it('filters by actor, action, target and time, and pages', async () => {
    const organisationId = `org-${randomUUID()}`;
    const [one, two] = ['one', 'two'].map((sub) =>
      callerWith(connector(), organisationId, { sub, role: 'admin' }),
    );
    if (!one || !two) throw new Error('there are two callers');
    const [first, second] = [randomUUID(), randomUUID()];
    await one.post(`/api/integrations/${first}/disconnect`, {});
    await two.post(`/api/integrations/${second}/disconnect`, {});
    await two.delete(`/api/integrations/${second}/data`);
    const old = await given(organisationId, '2026-11-02T23:59:59Z', 200);
    const actions = async (query: string) => (await auditOf(one, query)).map(({ action }) => action);

    expect(await actions('&actor=two')).toEqual(['deleteIntegrationData', 'disconnectIntegration']);
    expect(await actions('&action=disconnectIntegration')).toHaveLength(2);
    expect(await actions(`&target=${second}&actor=two&action=deleteIntegrationData`)).toHaveLength(1);
    expect(await actions(`&target=${first}`)).toEqual(['disconnectIntegration']);
    expect(await auditOf(one, '&to=2026-11-02')).toMatchObject([{ id: old }]);
    expect(await actions('&from=2026-11-03')).toHaveLength(3);
    const pages = await one.all<AuditItem>('/api/audit', 3);
    expect(pages.map((page) => page.length)).toEqual([3, 1]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(4);
  });

  it('reports a foreign cursor and a malformed time', async () => {
    const api = connector().api();
    const cursor = Buffer.from('["x"]').toString('base64url');

    expect((await api.get(`/api/audit?cursor=${cursor}`)).status).toBe(400);
    expect((await api.get('/api/audit?from=yesterday')).status).toBe(400);
  });

  it('shows an organisation its own entries only', async () => {
    await connector().api().post('/api/ads/kill-switch', { reason: 'test' });

    expect((await connector().api().get<PageBody<AuditItem>>('/api/audit')).body.items).toEqual([]);
  });
});
