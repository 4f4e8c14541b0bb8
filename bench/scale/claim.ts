// What it costs to claim a batch of due syncs among many schedules, beside few. Each claim is rolled back, so that all claims
// find the same schedules.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from 'local-postgres';
import pg from 'pg';
import { parseEnvironment } from '../../src/config/index.js';
import { migrate, type SystemContext } from '../../src/database/index.js';
import { SyncTurns } from '../../src/sync/schedule/sync-turns.js';
import { compared, median, type Figure } from '../figure.js';
import { serviceEnvironment } from '../service-environment.js';

const MANY = Number(process.env.CLAIM_INTEGRATIONS ?? 1_000_000);
const FEW = 1_000;
const PER_ORGANISATION = 20;
const CLAIMS = 31;
const ROOM = 250;

const SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
    refresh_expires_at)
  VALUES (gen_random_uuid(), 'login', 'bench', 'bench', 'x', 'x', '{}', now(), now() + interval '1 day', now() + interval '1 year');
  INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
  SELECT gen_random_uuid(), 'org-' || n / ${PER_ORGANISATION}, c.id, n::text, 'active', '{}', '{}', 'bench'
  FROM credentials c, generate_series(0, $COUNT - 1) AS n;
  INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at)
  SELECT id, 'videos', organisation_id, now() - random() * interval '1 hour' FROM integrations;
  INSERT INTO sync_turns (organisation_id, turn_at)
  SELECT organisation_id, min(due_at) FROM sync_schedules GROUP BY 1;
  COMMIT;
  ANALYZE integrations, sync_schedules, sync_turns;`;

/** Answers `scale.claim` in milliseconds a batch; the ratio is many ÷ few. */
export async function claim(): Promise<Figure[]> {
  const [few, many] = [await measured(FEW), await measured(MANY)];
  return [compared('scale.claim', many, 'ms', few)];
}

async function measured(integrations: number): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claim-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  try {
    await migrate(postgres.ownerUrl);
    await client.connect();
    await client.query(SEED.replace('$COUNT', String(integrations)));
    const environment = serviceEnvironment({ folder, postgres, port: 3000, tiktok: 'http://127.0.0.1:1' });
    const turns = new SyncTurns(parseEnvironment(environment), rollingBack(client));
    const times: number[] = [];
    for (let claims = 0; claims < CLAIMS; claims += 1) times.push(await timeOf(turns));
    return median(times);
  } finally {
    await client.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeOf(turns: SyncTurns): Promise<number> {
  const startedAt = performance.now();
  const { queued } = await turns.claim(new Date(), ROOM);
  if (queued !== ROOM) throw new Error(`a batch queued ${queued} runs instead of ${ROOM}`);
  return performance.now() - startedAt;
}

function rollingBack(client: pg.Client): SystemContext {
  const em = {
    query: async (sql: string, values: unknown[]) => (await client.query(sql, values)).rows as unknown,
  };
  return {
    async transaction(reason: string, work: (manager: typeof em) => Promise<unknown>) {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT set_config('app.system_reason', $1, true)`, [reason]);
        return await work(em);
      } finally {
        await client.query('ROLLBACK');
      }
    },
  } as unknown as SystemContext;
}
