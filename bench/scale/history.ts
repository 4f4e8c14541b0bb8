// What a 90-day history of one video costs through the service's code (organisation, policy, ladder, steps and gaps), beside a
// bare indexed read of the same rows by the owner of the table. The two take turns on the same rows.
import 'reflect-metadata';
import type pg from 'pg';
import { OrgContext } from '../../src/database/index.js';
import { VideoHistory } from '../../src/sync/figures/history/video-history.js';
import { compared, median, type Figure } from '../figure.js';
import { startServed } from '../served.js';
import { HISTORY_SEED, ORGANISATION, videoIdOf, VIDEOS } from './history-seed.js';

const ROUNDS = Number(process.env.HISTORY_ROUNDS ?? 7);
const CALLS = 400;
const DAYS = 90;
const DAY_MS = 86_400_000;

const BARE = {
  name: 'bare',
  text: `
    SELECT slot, captured_at, source, views, likes, comments, shares, favorites, reach FROM engagement_snapshots
    WHERE integration_id = $1 AND video_id = $2 AND source = 'display_api' AND slot >= $3 AND slot < $4 ORDER BY slot`,
};

type Read = (videoId: string) => Promise<number>;

/** Answers `scale.history` in microseconds a history; the ratio is ours ÷ bare. */
export async function history(): Promise<Figure[]> {
  const { app, pool, stop } = await startServed('history');
  try {
    await pool.query(HISTORY_SEED);
    const histories = app.get(VideoHistory, { strict: false });
    const ours: Read = (videoId) =>
      app.get(OrgContext).run(ORGANISATION, 'a benchmark', async () => {
        const { points } = await histories.of(videoId, {});
        return points.filter(({ reading }) => reading !== null).length;
      });
    return [await measured(ours, await bareRead(pool))];
  } finally {
    await stop();
  }
}

async function bareRead(pool: pg.Pool): Promise<Read> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM integrations');
  return async (videoId) => {
    const to = Date.now();
    const values = [rows[0]?.id, videoId, new Date(to - DAYS * DAY_MS), new Date(to)];
    return (await pool.query({ ...BARE, values })).rows.length;
  };
}

async function measured(ours: Read, bare: Read): Promise<Figure> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const both = [await timed(ours, round), await timed(bare, round)] as const;
    // The first round warms both up and does not count.
    if (round === 0) continue;
    times[0].push(both[0]);
    times[1].push(both[1]);
  }
  return compared('scale.history', median(times[0]), 'µs', median(times[1]));
}

/** @throws Error when a history is empty, because then nothing was measured */
async function timed(read: Read, round: number): Promise<number> {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) {
    const found = await read(videoIdOf((round * CALLS + call * 7) % VIDEOS));
    if (found === 0) throw new Error('the history has no readings');
  }
  return Number(process.hrtime.bigint() - started) / 1_000 / CALLS;
}
