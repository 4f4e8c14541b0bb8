import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { givenSnapshots, givenVideos, videoIdOf, type GivenSnapshot } from '../../support/given/figures.js';
import { withSeed } from '../../support/seeded-random.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const connector = useConnector({ webhooks: false });

interface Point {
  from: string;
  total: { views: number | null; likes: number | null } | null;
  delta: { views: number | null; likes: number | null } | null;
  videosRead: number;
}
interface Summary {
  timeZone: string;
  overall: (Point & { accountsRead: number })[];
  accounts: { integrationId: string; points: Point[] }[];
  bestVideos: { videoId: string; growth: number }[];
  freshness: Record<string, unknown>;
}

const startOfToday = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const at = (days: number, hours = 0) => new Date(startOfToday - days * DAY_MS + hours * HOUR_MS);
const day = (days: number) => at(days).toISOString().slice(0, 10);

async function summary({ api }: Tenant, query: string): Promise<Summary> {
  const { status, body } = await api.get<Summary>(`/api/social-activity/summary?${query}`);
  expect(status).toBe(200);
  return body;
}

/** Two accounts of one organisation. */
async function pair(): Promise<[Tenant, Tenant]> {
  const one = await connector().tenant();
  const username = `second_${one.username}`;
  await connector().sandbox.control('/accounts', { username });
  const landed = await connector().connect(one.api, { account: username });
  return [one, { ...one, username, integrationId: landed.searchParams.get('integrationId') ?? '' }];
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

describe('GET /api/social-activity/summary', () => {
  let first: Tenant;
  let second: Tenant;

  beforeAll(async () => {
    [first, second] = await pair();
    await givenVideos(connector(), first, [
      { videoId: videoIdOf(1), publishedAt: at(30), views: 150, capturedAt: at(1, 10) },
      { videoId: videoIdOf(2), publishedAt: at(3, 6), views: 40, capturedAt: new Date() },
      { videoId: videoIdOf(3), publishedAt: at(30), views: null, capturedAt: at(2) },
    ]);
    await givenVideos(connector(), second, [
      { videoId: videoIdOf(11), publishedAt: at(60), views: 1_010, capturedAt: at(0) },
      { videoId: videoIdOf(12), publishedAt: at(60), views: 1, goneAt: at(2), capturedAt: at(50) },
    ]);
    await givenSnapshots(connector(), first, [
      // Known before the range; it falls and rises.
      { videoId: videoIdOf(1), at: at(9, 5), views: 100, likes: 4 },
      { videoId: videoIdOf(1), at: at(4, 5), views: 90, likes: null },
      { videoId: videoIdOf(1), at: at(4, 20), views: 95, likes: 6 },
      { videoId: videoIdOf(1), at: at(1, 10), views: 150 },
      // Published in the range.
      { videoId: videoIdOf(2), at: at(3, 7), views: 10 },
      { videoId: videoIdOf(2), at: at(1, 7), views: 40 },
      // Another source is not mixed in.
      { videoId: videoIdOf(2), at: at(1, 8), views: 999, source: 'business_api' },
    ]);
    await givenSnapshots(connector(), second, [
      // Published long ago and first read in the range: the first reading is the base.
      { videoId: videoIdOf(11), at: at(3, 1), views: 1_000 },
      { videoId: videoIdOf(11), at: at(3, 9), views: 1_004 },
      { videoId: videoIdOf(11), at: at(1, 9), views: 1_010 },
      { videoId: videoIdOf(12), at: at(3, 9), views: 7 },
    ]);
  }, 60_000);

  it('has totals and gains by day and account, with gaps', async () => {
    const { accounts, overall, timeZone } = await summary(first, `from=${day(5)}&to=${day(1)}`);

    const seriesOf = ({ integrationId }: Tenant) =>
      accounts
        .find((one) => one.integrationId === integrationId)
        ?.points.map(({ total, delta }) => total && [total.views, delta?.views ?? null]);
    expect(timeZone).toBe('UTC');
    expect(seriesOf(first)).toEqual([null, [95, -5], [105, 10], null, [190, 85]]);
    expect(seriesOf(second)).toEqual([null, null, [1_011, 4], null, [1_017, 6]]);
    expect(overall.map(({ total, delta }) => [total?.views, delta?.views])).toEqual([
      [undefined, undefined],
      [95, -5],
      [1_116, 14],
      [undefined, undefined],
      [1_207, 91],
    ]);
    expect(overall.map(({ accountsRead, videosRead }) => [accountsRead, videosRead])).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
      [0, 0],
      [2, 3],
    ]);
    expect(overall[1]).toMatchObject({ from: at(4).toISOString(), total: { likes: 6 }, delta: { likes: 2 } });
  });

  it('limits itself to one account, and leaves the accounts out', async () => {
    const one = await summary(first, `from=${day(5)}&to=${day(1)}&integrationId=${second.integrationId}`);
    expect(one.accounts.map(({ integrationId }) => integrationId)).toEqual([second.integrationId]);
    expect(one.overall[2]?.total?.views).toBe(1_011);
    const all = await summary(first, `from=${day(5)}&to=${day(1)}&perAccount=false`);
    expect(all.accounts).toEqual([]);
    expect(all.overall).toEqual((await summary(first, `from=${day(5)}&to=${day(1)}`)).overall);
  });

  it('ranks videos by what they gained in the range, and says how fresh the figures are', async () => {
    const { bestVideos, freshness } = await summary(first, `from=${day(5)}&to=${day(0)}`);
    expect(bestVideos.map(({ videoId, growth }) => [videoId, growth])).toEqual([
      [videoIdOf(1), 50],
      [videoIdOf(2), 40],
      [videoIdOf(11), 10],
    ]);
    expect(freshness).toMatchObject({ videos: 4, neverRead: 1, oldestCapturedAt: at(1, 10).toISOString() });
  });

  it('counts a video as stale when two readings are overdue', async () => {
    const own = await connector().tenant();
    await givenVideos(connector(), own, [
      { videoId: videoIdOf(1), publishedAt: hoursAgo(10), views: 1, capturedAt: hoursAgo(3) },
      { videoId: videoIdOf(2), publishedAt: hoursAgo(100), views: 1, capturedAt: hoursAgo(3) },
      { videoId: videoIdOf(3), publishedAt: hoursAgo(10_000), views: 1, capturedAt: hoursAgo(400) },
    ]);
    expect((await summary(own, '')).freshness).toMatchObject({ videos: 3, neverRead: 0, stale: 2 });
  });

  it('shows nothing of another organisation, and answers 404 for its account', async () => {
    const other = await connector().tenant();
    const { overall, accounts, bestVideos, freshness } = await summary(other, '');
    expect(overall.every(({ total, delta }) => total === null && delta === null)).toBe(true);
    expect([accounts, bestVideos, freshness.videos, freshness.newestCapturedAt]).toEqual([[], [], 0, null]);
    const answer = await other.api.get(`/api/social-activity/summary?integrationId=${first.integrationId}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown_integration' } });
  });

  it.each([
    [`from=${day(1)}&to=${day(2)}`, 422, 'from', /must be before to/],
    ['from=2020-01-01', 422, 'from', /at most 400 are allowed; use step=week, or a shorter range/],
    ['step=hour', 400, 'step', /day, week/],
    ['integrationId=x', 400, 'integrationId', /UUID/],
    ['perAccount=maybe', 400, 'perAccount', /boolean/],
  ])('refuses %s', async (query, status, field, message) => {
    const { body, ...answer } = await first.api.get<ProblemBody>(`/api/social-activity/summary?${query}`);
    expect(answer.status).toBe(status);
    expect(body.errors).toMatchObject([{ field, message: expect.stringMatching(message) }]);
  });

  it('gains what the last known readings differ by, whatever the readings are', () =>
    withSeed(async (seeded) => {
      const random = () => seeded.next();
      const own = await connector().tenant();
      const videos = Array.from({ length: 12 }, (_, n) => ({
        videoId: videoIdOf(n),
        publishedAt: at(Math.floor(random() * 30)),
      }));
      await givenVideos(connector(), own, videos);
      const readings: GivenSnapshot[] = videos.flatMap(({ videoId, publishedAt }) =>
        Array.from({ length: 30 }, () => new Date(publishedAt.getTime() + Math.floor(random() * 30 * DAY_MS)))
          .filter((time) => time.getTime() < startOfToday)
          .map((time) => ({
            videoId,
            at: time,
            views: random() < 0.2 ? null : Math.floor(random() * 1_000),
          })),
      );
      await givenSnapshots(connector(), own, readings);
      const stored = await connector().database.query<{ video_id: string; slot: Date; views: string | null }>(
        'SELECT video_id, slot, views FROM engagement_snapshots WHERE integration_id = $1 ORDER BY slot',
        [own.integrationId],
      );
      for (const [step, from] of [
        ['day', 29],
        ['day', 10],
        ['week', 21],
      ] as const) {
        const { overall } = await summary(own, `step=${step}&from=${day(from)}`);
        const start = new Date(overall[0]?.from ?? '');
        let gained = 0;
        let total = 0;
        for (const { videoId, publishedAt } of videos) {
          const known = stored.filter((one) => one.video_id === videoId && one.views !== null);
          const inside = known.filter(({ slot }) => slot >= start);
          const before =
            stored.findLast((one) => one.video_id === videoId && one.slot < start)?.views ?? null;
          const base = before ?? (publishedAt >= start ? 0 : (inside[0]?.views ?? 0));
          const last = inside.at(-1)?.views ?? before ?? 0;
          gained += Number(last) - (inside.length > 0 ? Number(base) : Number(last));
          total += Number(last);
        }
        expect(overall.reduce((sum, { delta }) => sum + (delta?.views ?? 0), 0)).toBe(gained);
        expect(overall.findLast((point) => point.total)?.total?.views ?? 0).toBe(total);
      }
    }));
});
