import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from 'tiktok-sandbox/testing';
import { accessState, isClosed } from '../../../src/database/access/access-state.js';
import { PrivilegeRevocation } from '../../../src/database/access/privilege-revocation.js';
import type { Finding } from '../../../src/doctor/index.js';
import { startConnector, useConnector, type RunningConnector } from '../../support/connector.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { reservePort } from '../../support/free-port.js';
import { buildService } from '../../support/harness/build-service.js';
import { ServiceProcess } from '../../support/harness/service-process.js';

const OPEN = `(organisation_id = current_setting('app.organisation_id', true) OR coalesce(current_setting('app.system_reason', true), '') <> '')`;

async function doctorOf(connector: RunningConnector): Promise<Record<string, Finding | undefined>> {
  const { body } = await connector.api(undefined, 'operator').get<{ items: Finding[] }>('/api/doctor');
  return Object.fromEntries(body.items.map((item) => [item.check, item]));
}

describe('A process started beside an older version', () => {
  const connector = useConnector();
  const query = (sql: string, values?: unknown[]) => connector().database.query(sql, values);
  const closed = async () => isClosed(await accessState({ query } as never));
  const look = () => connector().app.get(PrivilegeRevocation).attempt();

  it('revokes the privileges of tenants’ work after the older version is gone, and the doctor warns until then', async () => {
    const old = new Client({
      connectionString: connector().database.appUrl,
      options: '-c role=tiktok_connector_app',
    });
    await old.connect();
    await query(`ALTER POLICY tenant_isolation ON integrations TO PUBLIC USING ${OPEN} WITH CHECK ${OPEN}`);
    await query('GRANT DELETE ON publications TO tiktok_connector_app');

    await look();
    expect(await closed()).toBe(false);
    expect((await doctorOf(connector())).tenant_access).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /integrations, publications.*pid \d+ of "tiktok_connector_app" without a name/,
      ),
      fix: expect.stringContaining('Stop the older processes'),
    });

    await old.end();
    // PostgreSQL shows the session for a moment after its client has disconnected.
    await eventually(async () => {
      await look();
      return await closed();
    });
    expect((await doctorOf(connector())).tenant_access?.status).toBe('ok');
  });
});

describe('GET /api/doctor', () => {
  let running: RunningConnector | undefined;
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });

  it('warns about a superuser as the login of the service', async () => {
    const database = await createDatabase();
    running = await startConnector({
      database,
      environment: { DATABASE_URL: database.ownerUrl, DATABASE_SYSTEM_URL: '', DATABASE_OWNER_URL: '' },
    });
    expect((await doctorOf(running)).database_logins).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('"tiktok_connector_owner" (DATABASE_URL: SUPERUSER'),
      fix: expect.stringContaining('without SUPERUSER'),
    });
  });

  it('warns about one login that may become both roles', async () => {
    const database = await createDatabase();
    const [name, password] = [`both_${randomUUID().slice(0, 8)}`, randomUUID()];
    await database.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
    await database.query(`GRANT tiktok_connector_app, tiktok_connector_system TO ${name}`);
    const both = Object.assign(new URL(database.appUrl), { username: name, password }).href;
    running = await startConnector({
      database,
      environment: { DATABASE_URL: both, DATABASE_SYSTEM_URL: both, APP_ROLE: 'api' },
    });
    const found = await doctorOf(running);
    expect(found.database_logins).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(
        `"${name}" (DATABASE_URL) is for tenants' work, but may also do system work`,
      ),
      fix: expect.stringContaining('DATABASE_SYSTEM_URL'),
    });
    expect(JSON.stringify(found)).not.toContain(password);
  });
});

describe('A database migrated by a newer version', () => {
  let database: TestDatabase;
  let dataDir: string;
  beforeAll(async () => {
    await buildService();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'connector-newer-schema-'));
    database = await createDatabase();
    await database.query(
      `INSERT INTO schema_migrations (timestamp, name) VALUES (1999999999999, 'Later1999999999999')`,
    );
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const environment = (): Record<string, string> => ({
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JWT_SECRET: randomUUID().repeat(2),
    TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, randomUUID()).toString('base64')}`,
    TIKTOK_CLIENT_KEY: 'key',
    TIKTOK_CLIENT_SECRET: 'secret',
  });

  it('keeps the service from starting, with one sentence', async () => {
    const starting = ServiceProcess.start({ port: await reservePort(), dataDir, variables: environment() });
    await expect(starting).rejects.toThrow(
      /^The service did not start: A newer version of the service has migrated this database \(Later1999999999999\)\. Run that version[^\n]+\n$/,
    );
  }, 60_000);

  it('is used when the operator allows it, with one warning', async () => {
    const variables = { ...environment(), DATABASE_ALLOW_NEWER_SCHEMA: 'true' };
    const service = await ServiceProcess.start({ port: await reservePort(), dataDir, variables });
    await service.stop();
    expect(service.output.match(/A newer version of the service/g)).toHaveLength(1);
  }, 60_000);
});
