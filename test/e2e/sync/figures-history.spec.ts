import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { givenSnapshots, givenVideos, videoIdOf } from '../../support/given/figures.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const connector = useConnector({ webhooks: false });

interface History {
  step: string;
  from: string;
  to: string;
  points: {
    from: string;
    reading: {
      views: number | null;
      capturedAt: string;
      source: string;
      delta: { views: number | null } | null;
    } | null;
  }[];
}

const startOfToday = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS).getTime();
const at = (days: number, hours = 0) => new Date(startOfToday - days * DAY_MS + hours * HOUR_MS);
const iso = (days: number, hours = 0) => at(days, hours).toISOString();

let tenant: Tenant;
const OLD = videoIdOf(1);
const YOUNG = videoIdOf(2);
const path = (videoId: string, query: string) => `/api/social-activity/videos/${videoId}/history?${query}`;

async function history(videoId: string, query: string): Promise<History> {
  const { status, body } = await tenant.api.get<History>(path(videoId, query));
  expect(status).toBe(200);
  return body;
}

async function errorOf(videoId: string, query: string) {
  const { status, body } = await tenant.api.get<ProblemBody>(path(videoId, query));
  const [error] = body.errors ?? [];
  return { status, code: body.code, field: error?.field, message: error?.message };
}

beforeAll(async () => {
  tenant = await connector().tenant();
  await givenVideos(connector(), tenant, [
    { videoId: OLD, publishedAt: at(20, 7), views: 1 },
    { videoId: YOUNG, publishedAt: at(1, 2), views: 1 },
    { videoId: videoIdOf(3), publishedAt: at(400), views: 1 },
  ]);
  const daily = Array.from({ length: 20 }, (_, n) => ({
    videoId: OLD,
    at: at(20 - n, 9),
    views: (n + 1) * 100,
  }));
  await givenSnapshots(connector(), tenant, [
    // Two days are missing, and one has a second reading, which is lower.
    ...daily.filter((_, n) => n !== 5 && n !== 6),
    { videoId: OLD, at: at(10, 15), views: 1_050 },
    { videoId: OLD, at: at(10, 16), views: 77, source: 'business_api' as const },
    ...[3, 4, 6].map((hour) => ({ videoId: YOUNG, at: at(1, hour), views: hour })),
  ]);
}, 60_000);

describe('GET /api/social-activity/videos/:videoId/history', () => {
  it('has one point for each day since the publication, and null where the video was not read', async () => {
    const { points, step } = await history(OLD, '');

    expect(step).toBe('day');
    expect(points[0]).toMatchObject({ from: iso(20), reading: { views: 100, delta: null } });
    expect(points[5]).toMatchObject({ from: iso(15), reading: null });
    expect(points[6]?.reading).toBeNull();
    expect(points[7]?.reading).toMatchObject({ views: 800, delta: { views: 300 }, source: 'display_api' });
    // The last reading of the day counts, although it is lower than the one before.
    expect(points[10]?.reading).toMatchObject({
      views: 1_050,
      delta: { views: 50 },
      capturedAt: iso(10, 15),
    });
  });

  it('answers hours while the video is read hourly', async () => {
    const { points, step } = await history(YOUNG, `from=${iso(1)}&to=${iso(1, 8)}`);

    expect(step).toBe('hour');
    expect(points.map(({ reading }) => reading?.views ?? null)).toEqual([null, 3, 4, null, 6, null]);
    expect(points[0]?.from).toBe(iso(1, 2));
  });

  it('rounds the range to whole steps, and says so', async () => {
    const { points, from, to } = await history(OLD, `step=day&from=${iso(12, 10)}&to=${iso(10, 10)}`);
    expect(points.map(({ from: start }) => start)).toEqual([iso(12), iso(11), iso(10)]);
    expect([from, to]).toEqual([iso(12), iso(9)]);
    expect(points[2]?.reading?.views).toBe(1_050);
  });

  it('answers another source on its own', async () => {
    const { points } = await history(OLD, `source=business_api&from=${iso(11)}&to=${iso(9)}`);
    expect(points.map(({ reading }) => reading?.views ?? null)).toEqual([null, 77]);
  });

  it('is empty before the publication', async () => {
    expect((await history(OLD, `from=${iso(40)}&to=${iso(30)}`)).points).toEqual([]);
  });

  it('refuses a step finer than the readings, and names the steps and ranges that pass', async () => {
    expect(await errorOf(OLD, `step=hour&from=${iso(20)}`)).toMatchObject({
      status: 422,
      code: 'step_too_fine',
      field: 'step',
      message: expect.stringContaining(`use step=day, or a range that ends by ${iso(19, 7)}`),
    });
    await history(OLD, `step=hour&from=${iso(20)}&to=${iso(19, 7)}`);
    expect(await errorOf(videoIdOf(3), 'step=day')).toMatchObject({
      status: 422,
      message: expect.stringMatching(/use step=week$/),
    });
    expect((await history(videoIdOf(3), '')).step).toBe('week');
  });

  it.each([
    ['from after to', `from=${iso(3)}&to=${iso(4)}`, 'from', 'must be before to'],
    ['an empty range', `from=${iso(3)}&to=${iso(3)}`, 'from', 'must be before to'],
    ['the future', `from=${iso(-3)}&to=${iso(-4)}`, 'from', 'must not be in the future'],
  ])('refuses %s with 422', async (_what, query, field, message) => {
    expect(await errorOf(OLD, query)).toMatchObject({
      status: 422,
      code: 'invalid_range',
      field,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['step=minute', 'step'],
    ['source=ads', 'source'],
    ['from=2026-02-31', 'from'],
    ['to=10:00', 'to'],
    ['limit=5', 'limit'],
  ])('refuses %s with 400', async (query, field) => {
    expect(await errorOf(OLD, query)).toMatchObject({ status: 400, field });
  });
});

describe('GET /api/social-activity/profile/history', () => {
  it('has one day for each day of UTC, with gaps and the figures of both sources', async () => {
    const { organisationId, integrationId } = tenant;
    await connector().database.query(
      `INSERT INTO account_days (organisation_id, integration_id, day, source, captured_at, followers, insights)
       SELECT $1, $2::uuid, * FROM (VALUES ($3::date, 'display_api', now(), 10::bigint, NULL::jsonb),
         ($4::date, 'display_api', now(), 12, NULL), ($3::date, 'business_api', now(), NULL, '{"profile_views": 4}'))`,
      [organisationId, integrationId, iso(5).slice(0, 10), iso(3).slice(0, 10)],
    );

    const { body } = await tenant.api.get<{ timeZone: string; days: object[] }>(
      `/api/social-activity/profile/history?integrationId=${integrationId}&from=${iso(5).slice(0, 10)}&to=${iso(3).slice(0, 10)}`,
    );

    expect(body.timeZone).toBe('UTC');
    expect(body.days).toMatchObject([
      {
        day: iso(5).slice(0, 10),
        reading: { followers: 10, source: 'display_api' },
        business: { followers: null, insights: { profile_views: 4 }, source: 'business_api' },
      },
      { day: iso(4).slice(0, 10), reading: null, business: null },
      { day: iso(3).slice(0, 10), reading: { followers: 12 }, business: null },
    ]);
  });

  it('answers 404 for an account of another organisation, 400 for none, and 422 for too long a range', async () => {
    const other = await connector().tenant();
    const get = (query: string) =>
      tenant.api.get<ProblemBody>(`/api/social-activity/profile/history?${query}`);

    expect(await get(`integrationId=${other.integrationId}`)).toMatchObject({ status: 404 });
    expect(await get('')).toMatchObject({ status: 400, body: { errors: [{ field: 'integrationId' }] } });
    expect(await get(`integrationId=${tenant.integrationId}&from=2001-01-01`)).toMatchObject({
      status: 422,
      body: {
        errors: [
          { field: 'from', message: expect.stringMatching(/at most 1000 are allowed; use a shorter range$/) },
        ],
      },
    });
  });
});
