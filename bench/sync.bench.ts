// How many videos a second are fetched, parsed and stored with their history, beside bare inserts of the same rows and
// beside TypeORM's save() of them; and how much memory an account of a million videos takes. The rounds take turns.
import { alone, compared, median, type Figure } from './figure.js';
import { refreshWorld, type RefreshWorld } from './refresh/world.js';
import { Role } from './sandbox/role.js';
import type { SyncAnswer, SyncQuestion } from './sync/sync-role.js';

const ROUNDS = Number(process.env.SYNC_ROUNDS ?? 5);
const ROUND_VIDEOS = 20_000;
const SAVED_VIDEOS = 5_000;
const MANY_VIDEOS = Number(process.env.SYNC_VIDEOS ?? 1_000_000);

interface Measurement {
  world: RefreshWorld;
  stub: Role;
  service: Role;
  account: Pick<SyncQuestion, 'organisationId' | 'integrationId'>;
}

export async function* run(): AsyncIterable<Figure> {
  const world = await refreshWorld();
  const { role: stub, port } = await Role.start('../sync/stub-role');
  const { role: service } = await Role.start('../sync/sync-role', {
    env: {
      ...world.environment,
      TIKTOK_API_BASE_URL: `http://127.0.0.1:${port}`,
      TIKTOK_KEEP_RATE_LIMITS: 'false',
    },
  });
  try {
    const account = await accountOf(world);
    yield* speed({ world, stub, service, account });
    yield* memory({ world, stub, service, account });
  } finally {
    stub.stop();
    service.stop();
    await world.stop();
  }
}

/** @returns the medians of the ratios: the machine's own speed changes from round to round */
async function* speed(parts: Measurement): AsyncIterable<Figure> {
  const rounds: { ours: number; bare: number; saved: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = (await ask(parts, 'sync', ROUND_VIDEOS)).perSecond;
    const bare = (await ask(parts, 'bare', ROUND_VIDEOS)).perSecond;
    const saved = (await ask(parts, 'save', SAVED_VIDEOS)).perSecond;
    // The first round warms all up and does not count.
    if (round > 0) rounds.push({ ours, bare, saved });
  }
  const middle = (reference: 'bare' | 'saved') => {
    const ratio = median(rounds.map((round) => round.ours / round[reference]));
    const value = median(rounds.map(({ ours }) => ours));
    return { value, reference: value / ratio };
  };
  const bare = middle('bare');
  yield compared('sync.rows_per_s', bare.value, 'videos/s', bare.reference);
  const saved = middle('saved');
  yield compared('sync.vs_save', saved.value, 'videos/s', saved.reference);
}

async function* memory(parts: Measurement): AsyncIterable<Figure> {
  // Garbage of some hundred megabytes collects before Node's first full collection, however large the account is.
  const before = (await ask(parts, 'sync', MANY_VIDEOS / 5)).peak;
  const after = (await ask(parts, 'sync', MANY_VIDEOS)).peak;
  yield alone('sync.rss_growth_mb', (after - before) / 1e6, 'MB');
}

async function ask(
  { world, stub, service, account }: Measurement,
  kind: SyncQuestion['kind'],
  videos: number,
): Promise<SyncAnswer> {
  await world.sql.query('TRUNCATE social_activity, engagement_snapshots, sync_runs');
  await stub.ask({ videos });
  const answer = (await service.ask({ kind, videos, ...account })) as SyncAnswer;
  const { rows } = await world.sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM social_activity',
  );
  if (rows[0]?.count !== videos) throw new Error(`${kind}: stored ${rows[0]?.count} of ${videos} videos`);
  return answer;
}

async function accountOf({ sql }: RefreshWorld): Promise<Measurement['account']> {
  const { rows } = await sql.query<{ id: string; organisation_id: string }>(
    'SELECT id, organisation_id FROM integrations',
  );
  return { organisationId: rows[0]?.organisation_id ?? '', integrationId: rows[0]?.id ?? '' };
}
