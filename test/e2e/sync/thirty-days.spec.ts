import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { SyncScheduler } from '../../../src/sync/schedule/sync-scheduler.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { untilPlanned } from '../../support/given/sync-accounts.js';

const HOUR_S = 3_600;
const STEP_HOURS = 12;
const DAYS = 30;
/** Days, counted from the first one, on which no process runs. */
const OUTAGE = [11, 12, 13];
const NAMES = ['views', 'likes', 'comments', 'shares'] as const;

type Counts = Record<(typeof NAMES)[number], number>;
type Reading = Counts & { capturedAt: string; source: string };
interface Point {
  from: string;
  reading: Reading | null;
}
interface SummaryPoint {
  from: string;
  total: Counts | null;
  delta: Counts | null;
}

/** What the sandbox counts before and after the syncs of a step. Time goes on meanwhile. */
interface Step {
  at: number;
  before: Map<string, Counts>;
  after: Map<string, Counts>;
}

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', RATE_LIMIT_READS: '0' },
});
const steps: Step[] = [];
/** Far from midnight, so that no day's reading waits for the next one. */
const AHEAD_S = 86_400 + 5 * HOUR_S - (Math.floor(Date.now() / 1000) % 86_400);
const start = Date.now() + AHEAD_S * 1000;
let tenant: Tenant;
let videos: string[];

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const isOut = (step: number) => OUTAGE.includes(Math.floor((step * STEP_HOURS) / 24));

async function counted(): Promise<Map<string, Counts>> {
  const { videos: listed } = await connector().sandbox.read<{ videos: { id: string; counters: Counts }[] }>(
    `/videos?account=${tenant.username}`,
  );
  videos = listed.map(({ id }) => id);
  return new Map(listed.map(({ id, counters }) => [id, counters]));
}

/** Runs what is due now until nothing is. */
async function syncDue(): Promise<void> {
  await eventually(async () => {
    const queued = await connector().app.get(SyncScheduler).tick();
    await connector().hurry('sync');
    const open = await connector().database.query(
      `SELECT 1 FROM sync_runs WHERE organisation_id = $1 AND status IN ('queued', 'running')`,
      [tenant.organisationId],
    );
    return queued === 0 && open.length === 0;
  });
}

/** True if a value is what the sandbox counted in one of the steps. */
function isCounted(id: string, name: keyof Counts, value: number, within: readonly Step[]): boolean {
  return within.some(({ before, after }) => {
    const both = [before.get(id)?.[name] ?? 0, after.get(id)?.[name] ?? 0];
    return value >= Math.min(...both) && value <= Math.max(...both);
  });
}

function stepsOn(day: string): Step[] {
  return steps.filter(({ at }, index) => dayOf(at) === day && !isOut(index));
}

async function get<Body>(path: string): Promise<Body> {
  const { status, body } = await tenant.api.get<Body>(`/api/social-activity${path}`);
  expect(status).toBe(200);
  return body;
}

beforeAll(async () => {
  tenant = await connector().tenant({ videos: 3 });
  // The sandbox's videos are about a month old.
  await tenant.api.send('PUT', '/api/sync/policy', {
    body: JSON.stringify({ videos: [{ underDays: 90, everyHours: 24 }] }),
    headers: { 'content-type': 'application/json' },
  });
  await untilPlanned(connector(), tenant);
  for (let step = 0; step <= (DAYS * 24) / STEP_HOURS; step += 1) {
    const advanceSeconds = step === 0 ? AHEAD_S : STEP_HOURS * HOUR_S;
    await connector().sandbox.control('/clock', { advanceSeconds });
    connector().moveClock(AHEAD_S + step * STEP_HOURS * HOUR_S);
    const before = await counted();
    if (!isOut(step)) await syncDue();
    steps.push({ at: start + step * STEP_HOURS * HOUR_S * 1000, before, after: await counted() });
  }
}, 240_000);
afterAll(() => connector().moveClock(0));

describe('Thirty days of syncs', () => {
  it('leave a history of each video that the sandbox has counted, with the gaps of the outage', async () => {
    for (const id of videos) {
      const { points } = await get<{ points: Point[] }>(
        `/videos/${id}/history?step=day&from=${dayOf(start)}`,
      );

      expect(points.length).toBeGreaterThanOrEqual(DAYS);
      for (const { from, reading } of points) {
        const day = dayOf(Date.parse(from));
        const synced = stepsOn(day);
        expect([day, reading === null]).toEqual([day, synced.length === 0]);
        if (!reading) continue;
        expect(dayOf(Date.parse(reading.capturedAt))).toBe(day);
        for (const name of NAMES)
          expect([name, reading[name], isCounted(id, name, reading[name], synced)]).toEqual([
            name,
            reading[name],
            true,
          ]);
      }
    }
  });

  it('add up to a summary of the readings, with the same gaps', async () => {
    const from = new Date(start).toISOString();
    const { overall } = await get<{ overall: SummaryPoint[] }>(`/summary?from=${from}`);
    const stored = await connector().database.query<
      { video_id: string; slot: Date } & Record<keyof Counts, string>
    >(
      `SELECT * FROM engagement_snapshots WHERE integration_id = $1 AND source = 'display_api' ORDER BY slot`,
      [tenant.integrationId],
    );
    const known = new Map<string, Record<keyof Counts, string>>();
    let before: number | undefined;
    for (const { from: at, total, delta } of overall) {
      const day = dayOf(Date.parse(at));
      const read = stored.filter(({ slot }) => dayOf(slot.getTime()) === day);
      for (const one of read) known.set(one.video_id, one);
      const views = [...known.values()].reduce((sum, one) => sum + Number(one.views), 0);
      expect([day, total?.views ?? null]).toEqual([day, read.length > 0 ? views : null]);
      // All videos were there on the first day, so that later totals differ by what was gained.
      if (before !== undefined && total) expect([day, delta?.views]).toEqual([day, views - before]);
      if (known.size > 0) before = views;
    }
    const gaps = overall.filter(({ total }) => total === null).map(({ from: at }) => dayOf(Date.parse(at)));
    expect(gaps).toEqual(
      [...new Set(steps.map(({ at }) => dayOf(at)))].filter((day) => stepsOn(day).length === 0),
    );
    expect(gaps.length).toBeGreaterThanOrEqual(OUTAGE.length - 1);
  });

  it('have each day of the profile, except those of the outage', async () => {
    const { days } = await get<{
      days: { day: string; reading: { videos: number; source: string } | null }[];
    }>(`/profile/history?integrationId=${tenant.integrationId}&from=${dayOf(start)}`);
    expect(days.length).toBeGreaterThanOrEqual(DAYS);
    for (const { day, reading } of days) {
      expect([day, reading === null]).toEqual([day, stepsOn(day).length === 0]);
      if (reading) expect(reading).toMatchObject({ videos: 3, source: 'display_api' });
    }
  });

  it('end with the latest figures of the sandbox', async () => {
    const { items } = await get<{ items: (Counts & { videoId: string; capturedAt: string })[] }>('/videos');
    expect(items).toHaveLength(3);
    for (const { videoId, capturedAt, ...counts } of items) {
      const read = steps.filter(
        ({ at }) => Math.abs(at - Date.parse(capturedAt)) < (STEP_HOURS * HOUR_S * 1000) / 2,
      );
      for (const name of NAMES)
        expect([name, counts[name], isCounted(videoId, name, counts[name], read)]).toEqual([
          name,
          counts[name],
          true,
        ]);
    }
  });
});
