import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { givenSnapshots, givenVideos, videoIdOf } from '../../support/given/figures.js';

const VIDEOS = '/api/social-activity/videos';
const DAY_MS = 86_400_000;
const connector = useConnector({ webhooks: false });

interface Video {
  videoId: string;
  caption: string | null;
  views: number | null;
  growth?: number | null;
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const idsOf = (videos: readonly Video[]) => videos.map(({ videoId }) => videoId);

async function list({ api }: Tenant, query: string): Promise<Video[]> {
  return (await api.get<PageBody<Video>>(`${VIDEOS}?limit=200&${query}`)).body.items;
}

let tenant: Tenant;
let foreign: Tenant;

beforeAll(async () => {
  [tenant, foreign] = await Promise.all([connector().tenant(), connector().tenant()]);
  // Counters that are often equal, and often unknown.
  const videos = Array.from({ length: 40 }, (_, n) => ({
    videoId: videoIdOf(n),
    publishedAt: daysAgo(n + 0.5),
    caption: `Part ${n}`,
    views: n % 4 === 0 ? null : n % 3,
    likes: n,
  }));
  await givenVideos(connector(), tenant, videos);
  await givenVideos(connector(), foreign, [{ videoId: videoIdOf(900), publishedAt: daysAgo(1), views: 7 }]);
}, 60_000);

const video = (n: number, views: number | null) => ({
  videoId: videoIdOf(n),
  publishedAt: daysAgo(n),
  views,
});

const reading = (n: number, days: number, views: number | null) => ({
  videoId: videoIdOf(n),
  at: daysAgo(days),
  views,
});

describe('GET /api/social-activity/videos sorted by a counter', () => {
  it.each(['desc', 'asc'] as const)(
    'lists each video once in pages, unknown counters last (%s)',
    async (order) => {
      for (const limit of [1, 3, 7, 39, 40]) {
        const videos = (await tenant.api.all<Video>(`${VIDEOS}?sort=views&order=${order}`, limit)).flat();
        const known = videos.filter(({ views }) => views !== null).map(({ views }) => Number(views));
        expect(new Set(idsOf(videos)).size).toBe(40);
        expect(videos).toHaveLength(40);
        expect(known).toEqual(known.toSorted((one, other) => (order === 'asc' ? one - other : other - one)));
        expect(videos.slice(known.length).every(({ views }) => views === null)).toBe(true);
      }
    },
  );

  it('loses and repeats no video whose counter stays while others change between pages', async () => {
    const own = await connector().tenant();
    await givenVideos(
      connector(),
      own,
      Array.from({ length: 30 }, (_, n) => video(n + 1, n % 5)),
    );
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 20 && cursor !== 'end'; page += 1) {
      const { body } = await own.api.get<PageBody<Video>>(`${VIDEOS}?sort=views&limit=4${cursor}`);
      seen.push(...idsOf(body.items));
      cursor = body.nextCursor === undefined ? 'end' : `&cursor=${body.nextCursor}`;
      // The first ten rise, fall or become unknown.
      await givenVideos(
        connector(),
        own,
        Array.from({ length: 10 }, (_, n) => video(n + 1, [page, null, 9][page % 3] ?? null)),
      );
    }

    const steady = Array.from({ length: 20 }, (_, n) => videoIdOf(n + 11));
    expect(seen.filter((id) => steady.includes(id)).toSorted()).toEqual(steady);
  });

  it.each([
    ['another sort', 'sort=views', 'sort=likes'],
    ['another order', 'sort=views', 'sort=views&order=asc'],
    ['another filter', 'sort=views', 'sort=views&includeGone=true'],
    ['the plain list', '', 'sort=views'],
    ['a sorted list', 'sort=views', ''],
    ['a text', 'text=part', 'text=Part'],
    ['other days', 'sort=growth&growthDays=3', 'sort=growth&growthDays=4'],
  ])('refuses a cursor of %s', async (_what, one, other) => {
    const { body } = await tenant.api.get<PageBody<Video>>(`${VIDEOS}?limit=1&${one}`);
    const answer = await tenant.api.get<ProblemBody>(`${VIDEOS}?limit=1&${other}&cursor=${body.nextCursor}`);

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } });
  });
});

describe('GET /api/social-activity/videos by growth', () => {
  it('counts the views gained in the last days, and keeps its pages while readings arrive', async () => {
    const own = await connector().tenant();
    const published = [20, 20, 2, 20, 20, 20];
    await givenVideos(
      connector(),
      own,
      published.map((days, n) => ({ videoId: videoIdOf(n), publishedAt: daysAgo(days), views: 1 })),
    );
    await givenSnapshots(connector(), own, [
      reading(0, 10, 100),
      reading(0, 3, 400),
      reading(0, 1, 350),
      // Read in the range only: the first reading is the base.
      reading(1, 5, 1_000),
      reading(1, 1, 1_010),
      // Published in the range: the first reading counts.
      reading(2, 1, 90),
      // It fell.
      reading(3, 9, 50),
      reading(3, 2, 20),
      // Only read before the range, or once.
      reading(4, 9, 5_000),
      reading(5, 4, 70),
      reading(5, 3, null),
    ]);

    const growth = async (query = '') =>
      (await list(own, `sort=growth${query}`)).map((one) => [Number(one.videoId.slice(-3)), one.growth]);
    expect(await growth()).toEqual([
      [0, 250],
      [2, 90],
      [1, 10],
      [3, -30],
      [5, null],
      [4, null],
    ]);
    expect(await growth('&growthDays=1')).not.toContainEqual([0, 250]);
    expect((await growth('&order=asc')).slice(0, 4)).toEqual([
      [3, -30],
      [1, 10],
      [2, 90],
      [0, 250],
    ]);

    const { body } = await own.api.get<PageBody<Video>>(`${VIDEOS}?sort=growth&limit=2`);
    await givenSnapshots(connector(), own, [{ videoId: videoIdOf(1), at: new Date(), views: 9_000 }]);
    const next = await own.api.get<PageBody<Video>>(
      `${VIDEOS}?sort=growth&limit=50&cursor=${body.nextCursor}`,
    );
    expect(next.body.items.map(({ growth: views }) => views)).toEqual([10, -30, null, null]);
  });

  it.each([
    'growthDays=0&sort=growth',
    'growthDays=91&sort=growth',
    'growthDays=7',
    'growthDays=7&sort=views',
  ])('refuses %s', async (query) => {
    const answer = await tenant.api.get<ProblemBody>(`${VIDEOS}?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'growthDays' }] } });
  });
});

describe('GET /api/social-activity/videos with filters', () => {
  it('reads text literally, and ignores its case', async () => {
    const own = await connector().tenant();
    const captions = ['50% off', '50 percent off', 'A_B', 'AxB', String.raw`back\slash`];
    await givenVideos(
      connector(),
      own,
      captions.map((caption, n) => ({ videoId: videoIdOf(n), publishedAt: daysAgo(n), caption })),
    );
    const found = async (text: string) =>
      (await list(own, `text=${encodeURIComponent(text)}`)).map(({ caption }) => caption);

    expect(await found('50%')).toEqual(['50% off']);
    expect(await found('a_b')).toEqual(['A_B']);
    expect(await found(String.raw`k\S`)).toEqual([String.raw`back\slash`]);
    expect(await found('%')).toEqual(['50% off']);
    expect(await found('')).toHaveLength(5);
  });

  it('lists the days of a range, both included, and one account', async () => {
    const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
    const found = await list(
      tenant,
      `publishedFrom=${day(5)}&publishedTo=${day(3)}&integrationId=${tenant.integrationId}`,
    );
    const times = await list(
      tenant,
      `publishedFrom=${daysAgo(5).toISOString()}&publishedTo=${daysAgo(3).toISOString()}`,
    );

    expect(found).toHaveLength(3);
    expect(idsOf(times)).toEqual([videoIdOf(3), videoIdOf(4)]);
  });

  it('answers 404 for an account of another organisation, and for none', async () => {
    for (const id of [foreign.integrationId, '01981234-0000-7000-8000-000000000000']) {
      const answer = await tenant.api.get<ProblemBody>(`${VIDEOS}?integrationId=${id}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown_integration' } });
    }
  });

  it.each([
    'sort=name',
    'order=up',
    'publishedFrom=yesterday',
    'publishedTo=2026-02-30',
    'integrationId=x',
    'text=%00',
  ])('refuses %s and names the field', async (query) => {
    const answer = await tenant.api.get<ProblemBody>(`${VIDEOS}?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: query.split('=')[0] }] } });
  });
});

describe('GET /api/social-activity/videos/:videoId', () => {
  it('answers all that is stored, with the source and the time of each part', async () => {
    const videoId = videoIdOf(1);
    const times = { display: daysAgo(0.2), business: daysAgo(1.2) };
    await givenSnapshots(connector(), tenant, [
      { videoId, at: daysAgo(40), views: 3 },
      { videoId, at: times.display, views: 5, likes: null },
      { videoId, at: times.business, views: 4, source: 'business_api' },
    ]);
    await connector().database.query(
      `UPDATE social_activity SET insights = '{"average_time_watched": 3.5}', insights_at = now(), reach = 12,
         gone_at = now(), gone_reason = 'removed' WHERE integration_id = $1 AND video_id = $2`,
      [tenant.integrationId, videoId],
    );

    const { body } = await tenant.api.get(`${VIDEOS}/${videoId}`);

    expect(body).toMatchObject({
      videoId,
      integrationId: tenant.integrationId,
      source: 'display_api',
      insights: { average_time_watched: 3.5 },
      reach: 12,
      goneReason: 'removed',
      nextRefreshAt: null,
      readings: [
        { source: 'display_api', views: 5, likes: null, capturedAt: times.display.toISOString() },
        { source: 'business_api', views: 4, capturedAt: times.business.toISOString() },
      ],
    });
  });

  it('says when the next reading is planned', async () => {
    await connector().database.query(
      `INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at) VALUES ($1, 'videos', $2, now())
       ON CONFLICT (integration_id, kind) DO UPDATE SET due_at = now()`,
      [tenant.integrationId, tenant.organisationId],
    );
    const { body } = await tenant.api.get<{ nextRefreshAt: string; capturedAt: string }>(
      `${VIDEOS}/${videoIdOf(2)}`,
    );
    expect(Date.parse(body.nextRefreshAt)).toBeGreaterThan(Date.parse(body.capturedAt));
  });

  it.each(['', '/history'])(
    'answers 404 for a video of another organisation, and for none (%s)',
    async (path) => {
      for (const id of [videoIdOf(900), videoIdOf(901), 'x', "'"])
        expect(await tenant.api.get<ProblemBody>(`${VIDEOS}/${encodeURIComponent(id)}${path}`)).toMatchObject(
          {
            status: 404,
            body: { code: 'unknown_video' },
          },
        );
    },
  );
});
