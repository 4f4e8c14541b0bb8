import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startPlainPostgres, type PlainPostgres } from 'local-postgres/testing';
import { migrate } from '../../src/database/index.js';
import { blocksBelow } from '../support/documented/blocks-below.js';
import { run, type TestDatabase } from '../support/database.js';
import { describeWithPostgresTools, POSTGRES_BIN } from '../support/postgres-tools.js';
import { rowsOf } from '../support/recorded-database.js';
import { insertRows } from '../support/given/organisation-rows.js';

describeWithPostgresTools('docs/operating.md', () => {
  let postgres: PlainPostgres;
  let folder: string;

  beforeAll(async () => {
    postgres = await startPlainPostgres(POSTGRES_BIN ?? '');
    folder = await mkdtemp(path.join(os.tmpdir(), 'connector-backup-'));
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const owner = () => postgres.url('connector_owner', 'connector', 'change-me-1');
  const superuser = (database = 'connector') => postgres.url('postgres', database);
  const asDatabase = () =>
    ({
      query: (sql: string, values?: unknown[]) => run(superuser(), sql, values),
    }) as unknown as TestDatabase;

  /** As an operator would, in a shell that stops at the first command that fails. */
  async function shell(script: string, dataDir: string): Promise<{ code: number; said: string }> {
    const env = {
      PATH: `${POSTGRES_BIN}:${process.env.PATH}`,
      DATABASE_URL: postgres.url('connector_tenants', 'connector'),
      DATABASE_OWNER_URL: owner(),
      DATA_DIR: dataDir,
    };
    try {
      const { stdout, stderr } = await promisify(execFile)('sh', ['-eu', '-c', script], {
        cwd: folder,
        env,
      });
      return { code: 0, said: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    }
  }

  async function administrator(statements: string): Promise<void> {
    // CREATE DATABASE goes in no transaction, and so in a call of its own.
    for (const one of statements.split(';').filter((text) => text.trim() !== ''))
      await run(superuser('postgres'), one);
  }

  it('makes the logins, backs up as an owner who is no superuser, and restores every row and file', async () => {
    const dataDir = path.join(folder, 'data');
    await administrator(blocksBelow('Two logins', 'sql'));
    await migrate(owner());
    const rows = await insertRows(asDatabase());
    await run(
      superuser(),
      `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
       VALUES (new_id(), $1, 'data_deleted', 'integration', new_id(), 'tester')`,
      [rows.organisationId],
    );
    // pg_dump reads partitions directly.
    await run(
      superuser(),
      `INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at, views)
       SELECT organisation_id, id, '7602997517160123666', date_trunc('hour', now()), 'tiktok', now(), 5 FROM integrations`,
    );
    const before = await rowsOf(asDatabase());
    expect(before.get('engagement_snapshots')).toHaveLength(1);
    expect(before.get('webhook_events')?.length).toBeGreaterThan(0);
    await mkdir(path.join(dataDir, 'token-journal'), { recursive: true });
    await writeFile(path.join(dataDir, 'token-journal', 'a.pair'), 'encrypted');

    expect(await shell(blocksBelow('Back up', 'sh'), dataDir)).toMatchObject({ code: 0 });
    expect(existsSync(path.join(folder, 'connector.dump.part'))).toBe(false);

    await run(superuser('postgres'), 'DROP DATABASE connector');
    await run(superuser('postgres'), 'CREATE DATABASE connector OWNER connector_owner');
    await rm(dataDir, { recursive: true });
    expect(await shell(blocksBelow('Restore', 'sh'), dataDir)).toEqual({ code: 0, said: '' });

    expect(await rowsOf(asDatabase())).toEqual(before);
    expect(await readFile(path.join(dataDir, 'token-journal', 'a.pair'), 'utf8')).toBe('encrypted');
    expect(await migrate(owner())).toEqual([]);
    const seen = await run<{ rows: number }>(
      `${postgres.url('connector_system', 'connector')}?options=${encodeURIComponent('-c role=tiktok_connector_system -c app.system_reason=x')}`,
      'SELECT count(*)::int AS rows FROM integrations',
    );
    expect(seen).toEqual([{ rows: 1 }]);
  }, 120_000);

  it('is right that other ways leave no backup', async () => {
    for (const url of ['$DATABASE_URL', '$DATABASE_OWNER_URL']) {
      const { code, said } = await shell(`pg_dump --file=other.dump "${url}"`, folder);
      expect([code, said]).toEqual([1, expect.stringMatching(/row-level security|permission denied/)]);
    }
  });

  it('stops before the dump when the owner would not see every row', async () => {
    await run(superuser('postgres'), 'REVOKE tiktok_connector_system FROM connector_owner');
    await rm(path.join(folder, 'connector.dump'));

    const { code } = await shell(blocksBelow('Back up', 'sh'), folder);

    expect(code).not.toBe(0);
    expect(existsSync(path.join(folder, 'connector.dump'))).toBe(false);
  });
});
