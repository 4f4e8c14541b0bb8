import { afterEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../src/database/migrations/index.js';
import { CALLBACK_PATHS } from '../../../src/integrations/oauth/authorize-urls.js';
import { Doctor, type Finding } from '../../../src/doctor/index.js';
import { ErrorExplainer } from '../../../src/tiktok/index.js';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { connectAccount } from '../../support/given/consent.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';
import { useConnector, type RunningConnector } from '../../support/connector.js';
import { CLIENT_KEY, deliver, delivery } from '../../support/given/webhook-deliveries.js';
import { blocksBelow } from '../../support/documented/blocks-below.js';
import { insertRows } from '../../support/given/organisation-rows.js';

type Findings = Record<string, Finding | undefined>;

function byName(items: readonly Finding[]): Findings {
  return Object.fromEntries(items.map((item) => [item.check, item]));
}

async function ask(api: ApiClient): Promise<Findings> {
  const { status, body } = await api.get<{ items: Finding[] }>('/api/doctor');
  expect(status).toBe(200);
  return byName(body.items);
}

/** One of those who run the service, acting for an organisation. */
function operator(connector: RunningConnector, organisationId?: string): ApiClient {
  return connector.api(organisationId, 'operator');
}

// One after the other: of two services in one process, Passport knows the strategy of the last only.
describe('GET /api/doctor', () => {
  const connector = useConnector({
    environment: { MEDIA_PUBLIC_URL: 'https://connector.example.com', TIKTOK_VERIFIED_URLS: 'example.com' },
  });
  const query = (sql: string, values: unknown[] = []) => connector().database.query(sql, values);

  afterEach(() => connector().moveClock(0));

  it('finds no problem with the sandbox and a connected account', async () => {
    const { organisationId } = await connector().tenant();
    const findings = Object.values(await ask(operator(connector(), organisationId)));
    expect(findings.filter((one) => one?.status !== 'ok')).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
  });

  it('prints the redirect URIs that consents use', async () => {
    const { redirect_uris: found } = await ask(operator(connector()));
    for (const path of Object.values(CALLBACK_PATHS))
      expect(found?.detail.split(/ · | /)).toContain(connector().url + path);
  });

  it.each(['viewer', 'editor'] as const)('is not for a %s', async (role) => {
    const { status, body } = await connector().api(undefined, role).get('/api/doctor');
    expect(status).toBe(403);
    expect(body.code).toBe('role_missing');
  });

  it('shows an admin the connections of their organisation, but not the installation', async () => {
    const { api, organisationId } = await connector().tenant();

    const own = await ask(api);
    const all = await ask(operator(connector(), organisationId));

    expect(Object.keys(own).toSorted()).toEqual([
      'expired_integrations',
      'refresh_horizon',
      'scopes',
      'unreadable_tokens',
    ]);
    expect(Object.keys(all)).toEqual(expect.arrayContaining(Object.keys(own)));
    const { config, url } = connector();
    for (const word of [url, config.dataDir, config.tiktok.apiBaseUrl, config.database.url])
      expect(JSON.stringify(own)).not.toContain(word);
  });

  it('refuses an operator who is not a member of the organisation', async () => {
    const { organisationId } = await connector().tenant();

    const foreign = await operator(connector())
      .with({ orgid: organisationId })
      .get<ProblemBody>('/api/doctor');

    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign_organisation' } });
  });

  it('requires a token', async () => {
    expect((await connector().anonymous.with({ orgid: 'x' }).get('/api/doctor')).status).toBe(401);
  });

  it('reports a clock that is slightly or far off', async () => {
    connector().moveClock(20);
    expect((await ask(operator(connector()))).clock_skew).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/(19|20|21)\.\d s ahead of TikTok/),
    });
    connector().moveClock(-300);
    expect((await ask(operator(connector()))).clock_skew).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('behind the database'),
    });
  });

  it('names unknown TikTok codes', async () => {
    const { unknown_codes: before } = await ask(operator(connector()));
    expect(before?.status).toBe('ok');
    connector().app.get(ErrorExplainer).explain({ family: 'business', code: 49_999 });
    const { unknown_codes: after } = await ask(operator(connector()));
    expect(after).toMatchObject({ status: 'warning', detail: expect.stringContaining('"49999" (1 times)') });
  });

  it('counts signed webhooks of the last week that were not understood', async () => {
    const { organisationId } = await connector().tenant();
    const foreign = delivery({ event: 'video.foreign', client_key: 'another-app' });
    for (const body of [foreign, 'no JSON, and somewhat private'])
      expect(await deliver(connector().anonymous, body)).toMatchObject({ status: 200 });

    const { quarantined_webhooks: found } = await ask(operator(connector(), organisationId));

    expect(found).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /^2 signed .*"video\.foreign" for the unknown app "another-app" \(1, signed/,
      ),
    });
    expect(JSON.stringify(found)).not.toContain('private');
    const [, shown = ''] = blocksBelow('Webhooks that were not understood', 'sql').split(/(?<=;).*\n/);
    expect(await query(shown)).toMatchObject([
      { event: null, signed_by: CLIENT_KEY, body: 'no JSON, and somewhat private' },
      { event: 'video.foreign', client_key: 'another-app', body: foreign.replaceAll('\\', '\\\\') },
    ]);
    // Ids begin with their time: this is in 2024.
    await query(
      `UPDATE webhook_events SET id = ('01900000' || substr(id::text, 9))::uuid WHERE status = 'quarantined'`,
    );
    expect((await ask(operator(connector(), organisationId))).quarantined_webhooks?.status).toBe('ok');
  });

  it('names configured scopes that the consent for comments and insights lacks', async () => {
    const parts = await ConnectedParts.connect(connector());
    expect((await ask(parts.api)).scopes?.status).toBe('ok');
    await query(`UPDATE credentials SET scopes = array_remove(scopes, 'comment.list.manage') WHERE id = $1`, [
      await parts.credentialId('account'),
    ]);
    expect((await ask(parts.api)).scopes).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(`${parts.integrationId} (comment.list.manage)`),
    });
  });

  it('warns about a part that TikTok has ended while the integration stays active', async () => {
    const parts = await ConnectedParts.connect(connector());
    await query(`UPDATE credentials SET rejected_at = now(), rejected_reason = 'test' WHERE id = $1`, [
      await parts.credentialId('account'),
    ]);
    expect((await ask(parts.api)).expired_integrations).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(`${parts.integrationId} (comments and insights)`),
    });
  });

  it('warns about scopes that were never requested', async () => {
    const api = connector().api();
    const landed = await connectAccount(api, { account: 'demo', scopes: ['user.info.basic', 'video.list'] });
    expect((await ask(api)).scopes).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(
        `${landed.searchParams.get('integrationId')} (user.info.profile video.publish)`,
      ),
      fix: expect.stringContaining('An admin must reconnect them'),
    });
  });

  it('names expired, incomplete and expiring connections of this organisation only', async () => {
    const [first, second] = [await connector().tenant(), await connector().tenant()];
    const state = `UPDATE integrations SET requested_scopes = requested_scopes || 'video.publish'::text,
      granted_scopes = '{user.info.basic}' WHERE id = $1`;
    await query(state, [first.integrationId]);
    await query(
      `UPDATE credentials SET refresh_expires_at = now() + interval '20 days'
       WHERE id = (SELECT credential_id FROM integrations WHERE id = $1)`,
      [first.integrationId],
    );
    const own = await ask(first.api);
    expect(own.scopes).toMatchObject({ status: 'warning', detail: expect.stringContaining('video.publish') });
    expect(own.refresh_horizon?.detail).toContain(first.integrationId);
    await query(`UPDATE integrations SET status = 'expired' WHERE id = $1`, [first.integrationId]);
    expect((await ask(first.api)).expired_integrations?.detail).toContain(first.integrationId);

    const foreign = await ask(second.api);
    for (const check of ['scopes', 'refresh_horizon', 'expired_integrations'])
      expect(foreign[check]?.status).toBe('ok');
    for (const word of [first.integrationId, first.organisationId, first.username])
      expect(JSON.stringify(foreign)).not.toContain(word);
    // The terminal looks at all of them, and counts.
    const all = byName(await connector().app.get(Doctor).examine('all'));
    expect(all.expired_integrations?.status).toBe('warning');
    expect(JSON.stringify(all)).not.toContain(first.integrationId);
  });

  it('reports overdue jobs, a pending migration by name, and tokens without their key', async () => {
    const { organisationId, integrationId } = await connector().tenant();
    // A row that every worker has to leave alone: no work is registered for its table.
    await query(`CREATE TABLE other_work (due_at timestamptz, lease_until timestamptz)`);
    await query(`GRANT SELECT ON other_work TO tiktok_connector_system`);
    await query(`INSERT INTO other_work VALUES (now() - interval '2 minutes', NULL)`);
    await query(
      `UPDATE credentials SET access_token = replace(access_token, 'v1.test.', 'v1.lost.')
       WHERE id = (SELECT credential_id FROM integrations WHERE id = $1)`,
      [integrationId],
    );
    const [undone] = await query(
      `DELETE FROM schema_migrations WHERE id = (SELECT max(id) FROM schema_migrations) RETURNING *`,
    );
    const found = await ask(operator(connector(), organisationId));
    await query(
      `INSERT INTO schema_migrations SELECT * FROM json_populate_record(NULL::schema_migrations, $1)`,
      [undone],
    );
    await query(`DROP TABLE other_work`);
    await query('DELETE FROM sync_schedules WHERE integration_id = $1', [integrationId]);
    await query(`DELETE FROM integrations WHERE id = $1`, [integrationId]);
    await query(`DELETE FROM credentials WHERE access_token LIKE 'v1.lost.%'`);
    expect(found.due_work).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('1 other_work'),
    });
    expect(found.migrations).toMatchObject({
      status: 'problem',
      detail: `Migrations are pending: ${migrations.at(-1)?.name}.`,
    });
    expect(found.encryption_keys).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('"lost"'),
    });
  });
});

describe('A service that is set up wrongly', () => {
  const sick = useConnector({
    webhooks: false,
    environment: {
      TIKTOK_CLIENT_SECRET: 'of-another-app',
      TIKTOK_BUSINESS_BASE_URL: 'http://127.0.0.1:1',
      TIKTOK_APP_AUDITED: 'false',
      TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic',
      APP_ROLE: 'api\r',
    },
  });

  it('reports each problem with its fix and without a secret', async () => {
    const { organisationId, credentialId } = await insertRows(sick().database);
    const found = await ask(operator(sick(), organisationId));
    const statuses = Object.values(found).map((one) => [one?.check, one?.status]);
    expect(Object.fromEntries(statuses)).toMatchObject({
      client_secret: 'problem',
      tiktok_reachable: 'problem',
      encryption_keys: 'problem',
      app_audit: 'warning',
      business_app: 'warning',
      pulls: 'warning',
      settings: 'warning',
      webhook_reachable: 'ok',
      migrations: 'ok',
    });
    expect(found.client_secret?.detail).toContain('invalid_client');
    expect(found.tiktok_reachable?.detail).toContain('http://127.0.0.1:1');
    for (const one of Object.values(found)) expect(one?.status === 'ok' || one?.fix).toBeTruthy();

    const { tiktok, jwt, encryptionKeys, database } = sick().config;
    const secrets = [
      tiktok.login.secret,
      tiktok.business?.secret,
      jwt.secret,
      encryptionKeys[0].key.toString('base64'),
      new URL(database.url).password,
      credentialId,
    ];
    for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret);
  });
});
