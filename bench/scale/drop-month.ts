// How long it takes to drop a month of snapshots, as the janitor does, while the other months stay.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from 'local-postgres';
import { migrate } from '../../src/database/index.js';
import { alone, type Figure } from '../figure.js';

// 1,400 accounts with 1,000 readings each.
const ROWS = Number(process.env.DROP_ROWS ?? 1_400_000);
const READINGS_PER_VIDEO = 100;

const FILL = `
  INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at,
    views, likes, comments, shares)
  SELECT 'org-' || n / 10000, ('00000000-0000-7000-8000-' || lpad((n / 1000)::text, 12, '0'))::uuid,
    (7600000000000000000 + n / ${READINGS_PER_VIDEO})::text,
    $1::timestamptz + (n % ${READINGS_PER_VIDEO}) * interval '1 hour', 'display_api', $1::timestamptz, n, n, n, n
  FROM generate_series(1, $2::int) AS n`;

/** Measures with a database of its own. */
export async function dropMonth(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'drop-month-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const sql = new pg.Client({ connectionString: postgres.ownerUrl });
  try {
    await migrate(postgres.ownerUrl);
    await sql.connect();
    return [alone('scale.drop_month_ms', await measured(sql), 'ms')];
  } finally {
    await sql.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(sql: pg.Client): Promise<number> {
  const [old, next] = ['2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z'];
  await sql.query('SELECT keep_snapshot_partitions($1, $2)', [old, next]);
  await sql.query(`SELECT set_config('app.system_reason', 'bench', false)`);
  for (const month of [old, next]) await sql.query(FILL, [month, month === old ? ROWS : ROWS / 10]);
  const startedAt = performance.now();
  const { rows } = await sql.query<{ dropped: number }>('SELECT drop_snapshot_partitions($1) AS dropped', [
    next,
  ]);
  const elapsed = performance.now() - startedAt;
  const left = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM engagement_snapshots');
  if (rows[0]?.dropped !== 1 || left.rows[0]?.count !== ROWS / 10)
    throw new Error('the wrong month was dropped');
  return elapsed;
}
