import { afterEach, describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { manualRun, plannedRun } from '../../support/given/planned-syncs.js';

const VIDEOS = 'GET /open_api/v1.3/business/video/list/';
const PROFILE = 'GET /open_api/v1.3/business/get/';
const DAY_SECONDS = 86_400;

const connector = useConnector({
  webhooks: false,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    RATE_LIMIT_WRITES: '0',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES:
      'user.info.basic,user.info.username,user.info.stats,user.insights,video.list,video.insights,comment.list',
  },
});
afterEach(async () => {
  connector().moveClock(0);
  await connector().sandbox.clearFaults();
});

const LOGIN = ['video.list', 'user.info.stats'];

function sql<Row>(text: string, { integrationId }: Tenant): Promise<Row[]> {
  return connector().database.query<Row>(text, [integrationId]);
}

interface Day {
  day: string;
  source: string;
  followers: string | null;
  following: string | null;
  likes: string | null;
  videos: string | null;
  insights: Record<string, unknown> | null;
}

function days(tenant: Tenant): Promise<Day[]> {
  return sql(
    `SELECT day::text, source, followers, following, likes, videos, insights FROM account_days
     WHERE integration_id = $1 ORDER BY source, day`,
    tenant,
  );
}

describe('Sync of a profile', () => {
  it('keeps the last reading of each UTC day', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    const expected = { source: 'display_api', videos: '3', insights: null };

    await manualRun(connector(), tenant, 'profile');
    await manualRun(connector(), tenant, 'profile');
    connector().moveClock(DAY_SECONDS);
    await manualRun(connector(), tenant, 'profile');

    const rows = await days(tenant);
    expect(rows).toMatchObject([expected, expected]);
    for (const { followers, following, likes } of rows)
      for (const figure of [followers, following, likes]) expect(Number(figure)).toBeGreaterThan(0);
    expect(Date.parse(rows[1]?.day ?? '') - Date.parse(rows[0]?.day ?? '')).toBe(DAY_SECONDS * 1000);
  });

  it('stores no day without the scope of its figures', async () => {
    const tenant = await businessTenant(connector(), []);

    expect(await manualRun(connector(), tenant, 'profile')).toMatchObject({ status: 'succeeded', items: 1 });

    expect((await days(tenant)).filter(({ source }) => source === 'display_api')).toEqual([]);
  });

  it('adds the days that the Business API names, and the audience', async () => {
    const tenant = await businessTenant(connector(), LOGIN, { videos: 5 });

    const run = await manualRun(connector(), tenant, 'profile');

    expect(run).toMatchObject({ status: 'succeeded', warnings: [] });
    const business = (await days(tenant)).filter(({ source }) => source === 'business_api');
    const today = business.pop();
    expect(today?.insights).toMatchObject({ audience: { audience_genders: expect.any(Array) } });
    expect(business.length).toBeGreaterThan(50);
    expect(business.at(-1)).toMatchObject({
      followers: expect.stringMatching(/^\d+$/),
      likes: null,
      insights: { video_views: expect.any(Number), daily_new_followers: expect.any(Number) },
    });
  });

  it('warns when TikTok refuses the insights', async () => {
    const tenant = await businessTenant(connector(), LOGIN);
    await connector().sandbox.fault({ match: PROFILE, kind: 'error_code', code: '40001' });

    const run = await manualRun(connector(), tenant, 'profile');

    expect(run).toMatchObject({ status: 'succeeded', items: 1 });
    expect(run.warnings).toMatchObject([{ part: 'insights', code: '40001', message: expect.any(String) }]);
  });
});

describe('Sync of videos with the consent for insights', () => {
  it('adds reach, watch time and retention, once a day', async () => {
    const tenant = await businessTenant(connector(), LOGIN, { videos: 25 });
    const run = await plannedRun(connector(), tenant);
    expect(run).toMatchObject({ status: 'succeeded', warnings: [] });

    const rows = await sql<Record<string, unknown>>(
      'SELECT * FROM social_activity WHERE integration_id = $1',
      tenant,
    );
    expect(rows).toHaveLength(25);
    for (const row of rows)
      expect(row).toMatchObject({
        source: 'display_api',
        media_type: 'VIDEO',
        favorites: expect.stringMatching(/^\d+$/),
        reach: expect.stringMatching(/^\d+$/),
        insights: {
          total_time_watched: expect.any(Number),
          average_time_watched: expect.any(Number),
          impression_sources: expect.any(Array),
          video_view_retention: expect.any(Array),
        },
        insights_at: expect.any(Date),
      });
    const history = await sql<{ source: string; reach: string | null; insights: object | null }>(
      'SELECT source, reach, insights FROM engagement_snapshots WHERE integration_id = $1',
      tenant,
    );
    const business = history.filter(({ source }) => source === 'business_api');
    expect(business).toHaveLength(25);
    expect(business[0]?.insights).not.toHaveProperty('video_view_retention');
    expect(
      history.filter(({ source }) => source === 'display_api').every(({ reach }) => reach === null),
    ).toBe(true);
    const calls = await connector().sandbox.calls(VIDEOS);
    await plannedRun(connector(), tenant);
    expect(await connector().sandbox.calls(VIDEOS)).toBe(calls);
    connector().moveClock(DAY_SECONDS);
    await plannedRun(connector(), tenant);
    expect(await connector().sandbox.calls(VIDEOS)).toBeGreaterThan(calls);
  });

  it('stores the videos and warns when TikTok refuses the insights', async () => {
    const tenant = await businessTenant(connector(), LOGIN, { videos: 5 });
    await connector().sandbox.fault({ match: VIDEOS, kind: 'error_code', code: '40001' });

    const run = await plannedRun(connector(), tenant);

    expect(run).toMatchObject({ status: 'succeeded', items: 5 });
    expect(run.warnings).toMatchObject([{ part: 'insights', code: '40001', message: expect.any(String) }]);
  });

  it('stores the videos and warns when TikTok does not answer', async () => {
    const tenant = await businessTenant(connector(), LOGIN, { videos: 5 });
    await connector().sandbox.fault({ match: VIDEOS, kind: 'http500_html' });

    const run = await plannedRun(connector(), tenant);

    expect(run).toMatchObject({ status: 'succeeded', items: 5 });
    expect(run.warnings).toMatchObject([{ part: 'insights', code: 'tiktok_unreachable' }]);
  });

  it('asks for none without the consent', async () => {
    const tenant = await connector().tenant({ videos: 5 });
    const calls = await connector().sandbox.calls(VIDEOS);

    expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded', warnings: [] });

    expect(await connector().sandbox.calls(VIDEOS)).toBe(calls);
  });
});
