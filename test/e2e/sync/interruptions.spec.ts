import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { manualRun, plannedRun } from '../../support/given/planned-syncs.js';

const syncs = useOddSyncs((url) => ({
  TIKTOK_BUSINESS_BASE_URL: url,
  TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.stats,user.insights,video.list,video.insights',
}));
const LIST = '/v2/video/list/';
const INSIGHTS = '/open_api/v1.3/business/video/list/';

const UNAVAILABLE = { data: {}, error: { code: 'internal_error', message: 'try again', log_id: '1' } };
const REFUSED = { data: {}, error: { code: 'invalid_params', message: 'no', log_id: '1' } };
const LIMITED = { data: {}, error: { code: 'rate_limit_exceeded', message: 'too many', log_id: '1' } };
const ENDED_TOKEN = { data: {}, error: { code: 'access_token_invalid', message: 'ended', log_id: '1' } };
const TOO_MANY = { code: 40100, message: 'Requests made too frequently', request_id: '1', data: {} };
// A read is tried three times at once.
const TRIES = 3;

/** Replaces the answers to these calls of an endpoint, counted from 1. */
function interrupt(path: string, first: number, last: number, answer: object): void {
  let calls = 0;
  syncs().editor.edit(path, (body) => {
    calls += 1;
    return calls >= first && calls <= last ? answer : body;
  });
}

async function rows<Row>(sql: string, { integrationId }: Tenant): Promise<Row[]> {
  return await syncs().connector.database.query<Row>(sql, [integrationId]);
}

async function stored(tenant: Tenant): Promise<{ shown: number; gone: number }> {
  const [counts] = await rows<{ shown: number; gone: number }>(
    `SELECT (count(*) FILTER (WHERE gone_at IS NULL))::int AS shown, count(gone_at)::int AS gone
     FROM social_activity WHERE integration_id = $1`,
    tenant,
  );
  return counts ?? { shown: 0, gone: 0 };
}

/** An account that has been listed, and has posted most of its videos since then. */
async function withNewVideos(): Promise<Tenant> {
  const tenant = await syncs().connector.tenant({ videos: 50 });
  await plannedRun(syncs().connector, tenant);
  await rows(
    `DELETE FROM social_activity WHERE integration_id = $1 AND video_id IN (
       SELECT video_id FROM social_activity WHERE integration_id = $1 ORDER BY published_at DESC LIMIT 45)`,
    tenant,
  );
  return tenant;
}

describe('A search for new videos that is interrupted', () => {
  it('goes on at the page that it could not read', async () => {
    const tenant = await withNewVideos();
    const before = syncs().pages;
    interrupt(LIST, 2, 1 + TRIES, UNAVAILABLE);

    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded' });

    expect(await stored(tenant)).toEqual({ shown: 50, gone: 0 });
    expect(syncs().pages - before).toBe(1 + TRIES + 2);
  });

  it('is made up for by a listing when its run has failed', async () => {
    const tenant = await withNewVideos();
    interrupt(LIST, 2, 2, REFUSED);
    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'failed' });
    expect(await stored(tenant)).toEqual({ shown: 25, gone: 0 });
    syncs().editor.clear();

    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded' });

    expect(await stored(tenant)).toEqual({ shown: 50, gone: 0 });
    expect(await rows('SELECT cursor FROM sync_schedules WHERE integration_id = $1', tenant)).toContainEqual({
      cursor: null,
    });
  });
});

describe('A first listing that continues an earlier run', () => {
  it('marks no video as gone, also when it is interrupted at its end', async () => {
    const tenant = await syncs().connector.tenant({ videos: 45 });
    interrupt(LIST, 3, 3, REFUSED);
    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'failed' });
    expect(await stored(tenant)).toEqual({ shown: 40, gone: 0 });
    interrupt(LIST, 2, 1 + TRIES, UNAVAILABLE);

    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded' });

    expect(await stored(tenant)).toEqual({ shown: 45, gone: 0 });
  });
});

describe('A list that is cut short', () => {
  it('does not keep older videos from being refreshed', async () => {
    const tenant = await syncs().connector.tenant({ videos: 25 });
    await manualRun(syncs().connector, tenant);
    await rows(
      `UPDATE social_activity SET captured_at = captured_at - interval '30 days' WHERE integration_id = $1`,
      tenant,
    );
    syncs().editPages(() => ({ cursor: undefined }));

    expect(await manualRun(syncs().connector, tenant)).toMatchObject({ status: 'incomplete' });

    expect(
      await rows(
        `SELECT 1 FROM social_activity WHERE integration_id = $1 AND captured_at < now() - interval '1 day'`,
        tenant,
      ),
    ).toEqual([]);
  });
});

describe('Insights that are interrupted', () => {
  it('go on at the page that TikTok refused as one too many', async () => {
    const tenant = await businessTenant(syncs().connector, ['video.list'], { videos: 45 });
    const before = syncs().editor.callsOf(INSIGHTS);
    interrupt(INSIGHTS, 2, 2, TOO_MANY);

    expect(await manualRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded', warnings: [] });

    expect(syncs().editor.callsOf(INSIGHTS) - before).toBe(4);
    expect(
      await rows('SELECT 1 FROM social_activity WHERE integration_id = $1 AND insights_at IS NULL', tenant),
    ).toEqual([]);
  });
});

describe('Insights that TikTok no longer has', () => {
  it('stay as they were read', async () => {
    const tenant = await businessTenant(syncs().connector, ['video.list'], { videos: 3 });
    await manualRun(syncs().connector, tenant);
    const insights = () =>
      rows<object>(
        `SELECT insights, reach, insights_at FROM social_activity WHERE integration_id = $1 ORDER BY video_id`,
        tenant,
      );
    const before = await insights();
    expect(before).toHaveLength(3);
    syncs().editor.edit(INSIGHTS, (body) => {
      const { data } = body as { data: { videos: Record<string, unknown>[] } };
      const bare = data.videos.map(({ item_id, create_time }) => ({ item_id, create_time }));
      return { ...body, data: { ...data, videos: bare } };
    });

    expect(await manualRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded', warnings: [] });

    expect(await insights()).toEqual(before);
  });
});

describe('A listing in the middle of which TikTok', () => {
  it('refuses a call as one too many goes on at the same page', async () => {
    const tenant = await syncs().connector.tenant({ videos: 45 });
    const before = syncs().pages;
    interrupt(LIST, 2, 2, LIMITED);

    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded', items: 45 });

    expect(syncs().pages - before).toBe(4);
    expect(await stored(tenant)).toEqual({ shown: 45, gone: 0 });
  });

  it('ends the token goes on with a new one', async () => {
    const tenant = await syncs().connector.tenant({ videos: 45 });
    const issuedAt = () =>
      rows<{ issuedAt: Date }>(
        `SELECT c.issued_at AS "issuedAt" FROM credentials c JOIN integrations i ON i.credential_id = c.id
         WHERE i.id = $1`,
        tenant,
      );
    const [first] = await issuedAt();
    interrupt(LIST, 2, 2, ENDED_TOKEN);

    expect(await plannedRun(syncs().connector, tenant)).toMatchObject({ status: 'succeeded', items: 45 });

    const [second] = await issuedAt();
    expect(second?.issuedAt.getTime()).toBeGreaterThan(first?.issuedAt.getTime() ?? 0);
  });

  it('ends the access for good stops the schedule, and keeps what was read', async () => {
    const tenant = await syncs().connector.tenant({ videos: 45 });
    interrupt(LIST, 2, 9, ENDED_TOKEN);
    syncs().editor.answer('/v2/oauth/token/', {
      status: 400,
      json: {
        error: 'invalid_grant',
        error_description: 'Refresh token is invalid or expired.',
        log_id: '1',
      },
    });

    const run = await plannedRun(syncs().connector, tenant);

    expect(run).toMatchObject({ status: 'failed' });
    expect(await stored(tenant)).toEqual({ shown: 20, gone: 0 });
    const { body } = await tenant.api.get<{ status: string }>(`/api/integrations/${tenant.integrationId}`);
    expect(body.status).toBe('expired');
  });
});
