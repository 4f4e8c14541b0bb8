import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { SyncJanitor } from '../../../src/sync/sync-janitor.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { manualRun, plannedRun } from '../../support/given/planned-syncs.js';
import { announce } from '../../support/given/post-events.js';

const LIST = 'POST /v2/video/list/';
const QUERY = 'POST /v2/video/query/';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', RATE_LIMIT_WRITES: '0' },
});
afterEach(async () => {
  connector().moveClock(0);
  await connector().sandbox.clearFaults();
});

interface Stored {
  video_id: string;
  captured_at: Date;
  gone_at: Date | null;
  gone_reason: string | null;
  cover_url: string | null;
  cover_expires_at: Date | null;
}

interface Snapshot {
  video_id: string;
  slot: Date;
  source: string;
  captured_at: Date;
  views: string | null;
}

function sql<Row>(text: string, { integrationId }: Tenant, ...values: unknown[]): Promise<Row[]> {
  return connector().database.query<Row>(text, [integrationId, ...values]);
}

/** The newest first. */
function stored(tenant: Tenant): Promise<Stored[]> {
  return sql('SELECT * FROM social_activity WHERE integration_id = $1 ORDER BY published_at DESC', tenant);
}

function snapshots(tenant: Tenant): Promise<Snapshot[]> {
  return sql('SELECT * FROM engagement_snapshots WHERE integration_id = $1 ORDER BY video_id, slot', tenant);
}

async function synced(videos: number): Promise<Tenant> {
  const tenant = await connector().tenant({ videos });
  await plannedRun(connector(), tenant);
  return tenant;
}

/** Makes stored videos this old and due, from the newest on. */
async function setAge(tenant: Tenant, days: number, count = 1000): Promise<void> {
  await sql(
    `UPDATE social_activity SET published_at = now() - $2 * interval '1 day', captured_at = now() - interval '90 days'
     WHERE integration_id = $1 AND video_id IN (
       SELECT video_id FROM social_activity WHERE integration_id = $1 ORDER BY video_id DESC LIMIT $3)`,
    tenant,
    days,
    count,
  );
}

async function calls(work: () => Promise<unknown>): Promise<{ list: number; query: number }> {
  const { sandbox } = connector();
  const before = [await sandbox.calls(LIST), await sandbox.calls(QUERY)];
  await work();
  return {
    list: (await sandbox.calls(LIST)) - (before[0] ?? 0),
    query: (await sandbox.calls(QUERY)) - (before[1] ?? 0),
  };
}

describe('A planned sync of videos', () => {
  it('lists everything at first, and keeps the history of each video once per hour', async () => {
    const tenant = await synced(45);

    const history = await snapshots(tenant);
    expect(history).toHaveLength(45);
    for (const { slot, captured_at: at, source } of history) {
      expect(slot.toISOString()).toMatch(/:00:00\.000Z$/);
      expect(at.getTime() - slot.getTime()).toBeLessThan(3_600_000);
      expect(source).toBe('display_api');
    }
    await manualRun(connector(), tenant);
    const slots = (await snapshots(tenant)).map(({ video_id: id, slot }) => `${id} ${slot.toISOString()}`);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('reads the newest page only while nothing is due', async () => {
    const tenant = await synced(45);
    await setAge(tenant, 200);

    const used = await calls(async () => {
      expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded', items: 0 });
    });

    expect(used).toEqual({ list: 1, query: 0 });
  });

  it('queries due videos 20 at a time, and no other', async () => {
    const tenant = await synced(65);
    await setAge(tenant, 200);
    await setAge(tenant, 60, 45);
    // The newest page renews what it shows, wherever it is due.
    const used = await calls(async () => {
      expect(await plannedRun(connector(), tenant)).toMatchObject({
        status: 'succeeded',
        items: 45,
        total: 45,
      });
    });

    expect(used).toEqual({ list: 1, query: 2 });
    const again = await calls(() => plannedRun(connector(), tenant));
    expect(again).toEqual({ list: 1, query: 0 });
  });

  it('finds new videos, however many there are', async () => {
    const tenant = await synced(45);
    const known = await stored(tenant);
    const newest = known.slice(0, 25).map(({ video_id: id }) => id);
    await sql('DELETE FROM social_activity WHERE integration_id = $1 AND video_id = ANY($2)', tenant, newest);
    await setAge(tenant, 200);

    const used = await calls(async () => {
      expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded', items: 25 });
    });

    expect(used.list).toBe(3);
    expect(await stored(tenant)).toHaveLength(45);
  });

  it('marks due videos that TikTok leaves out, and restores one that it shows again', async () => {
    const tenant = await synced(25);
    await setAge(tenant, 200);
    const [hidden] = (await stored(tenant)).slice(-1);
    const id = hidden?.video_id ?? '';
    await connector().sandbox.control(`/videos/${id}`, { public: false });
    const makeDue = () =>
      sql(
        `UPDATE social_activity SET published_at = now() - interval '3 days', captured_at = now() - interval '1 day'
         WHERE integration_id = $1 AND video_id = $2`,
        tenant,
        id,
      );
    await makeDue();

    expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded' });

    const gone = (await stored(tenant)).filter(({ gone_at: at }) => at);
    expect(gone).toMatchObject([{ video_id: id, gone_reason: 'not_listed' }]);
    await connector().sandbox.control(`/videos/${id}`, { public: true });
    await manualRun(connector(), tenant);
    expect((await stored(tenant)).filter(({ gone_at: at }) => at)).toEqual([]);
  });

  it('stores each slot once while the clock moves, and leaves a gap for a missed one', async () => {
    const tenant = await synced(1);
    for (const hours of [1, 2, 5]) {
      // Each reading corrects the time.
      const age = `UPDATE social_activity SET published_at = now() - interval '12 hours' WHERE integration_id = $1`;
      await sql(age, tenant);
      connector().moveClock(hours * 3600);
      expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded', items: 1 });
    }

    const slots = (await snapshots(tenant)).map(({ slot }) => slot.getTime() / 3_600_000);
    const [first = 0] = slots;
    expect(slots.map((slot) => slot - first)).toEqual([0, 1, 2, 5]);
  });

  it('creates a missing month', async () => {
    const tenant = await synced(3);
    connector().moveClock(400 * 86_400);

    expect(await manualRun(connector(), tenant)).toMatchObject({ status: 'succeeded', items: 3 });

    expect(await snapshots(tenant)).toHaveLength(6);
  });

  it('renews covers of the newest videos before their signature ends, without history', async () => {
    const tenant = await synced(3);
    await sql(
      `UPDATE social_activity SET published_at = now() - interval '20 days', cover_url = 'https://cdn.example/old.jpeg',
         cover_expires_at = now() + interval '30 minutes' WHERE integration_id = $1`,
      tenant,
    );
    const before = (await snapshots(tenant)).length;

    await plannedRun(connector(), tenant);

    for (const { cover_url: url, cover_expires_at: end } of await stored(tenant)) {
      expect(url).toContain('x-expires=');
      expect(end && end.getTime() - Date.now()).toBeGreaterThan(5 * 3_600_000);
    }
    expect(await snapshots(tenant)).toHaveLength(before);
  });

  it('continues the first listing where an earlier run failed', async () => {
    const tenant = await connector().tenant({ videos: 65 });
    const code = 'invalid_params';
    await connector().sandbox.fault({ match: LIST, kind: 'error_code', code, after: 2, times: 1 });
    expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'failed' });
    expect(await stored(tenant)).toHaveLength(40);

    const used = await calls(async () => {
      expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded' });
    });

    // Two pages that were missing, and a look at the newest.
    expect(used.list).toBe(3);
    const videos = await stored(tenant);
    expect(videos).toHaveLength(65);
    expect(videos.filter(({ gone_at: at }) => at)).toEqual([]);
  });
});

describe('A webhook about a post', () => {
  it('hides a video at once with its reason, and shows it again if TikTok does', async () => {
    const tenant = await synced(3);
    const [, second] = await stored(tenant);
    const id = second?.video_id ?? '';
    await sql(
      `UPDATE social_activity SET captured_at = captured_at - interval '1 hour' WHERE integration_id = $1`,
      tenant,
    );
    await connector().sandbox.control(`/videos/${id}`, { public: false });

    await announce(connector(), tenant, 'post.publish.no_longer_publicaly_available', id);

    await eventually(async () => {
      await connector().hurry('webhook');
      const gone = (await stored(tenant)).filter(({ gone_at: at }) => at);
      return gone.some((row) => row.video_id === id && row.gone_reason === 'not_public');
    });
    await connector().sandbox.control(`/videos/${id}`, { public: true });
    await eventually(async () => {
      await plannedRun(connector(), tenant).catch(() => undefined);
      return (await stored(tenant)).every(
        ({ gone_at: at, gone_reason: reason }) => at === null && reason === null,
      );
    });
  });

  it('finds a new video before the next look', async () => {
    const tenant = await synced(3);
    await sql(`UPDATE sync_schedules SET discovered_at = now() WHERE integration_id = $1`, tenant);
    const [newest] = await stored(tenant);
    const id = newest?.video_id ?? '';
    await sql('DELETE FROM social_activity WHERE integration_id = $1 AND video_id = $2', tenant, id);

    await announce(connector(), tenant, 'post.publish.publicly_available', id);

    await eventually(async () => {
      await connector().hurry('webhook');
      await connector().hurry('sync');
      return (await stored(tenant)).some((row) => row.video_id === id);
    });
  });
});

describe('SyncJanitor', () => {
  it('keeps months ahead, and drops those that are kept no longer', async () => {
    const months = async () =>
      (
        await connector().database.query<{ name: string }>(
          `SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid
           WHERE inhparent = 'engagement_snapshots'::regclass ORDER BY relname`,
        )
      ).map(({ name }) => name);
    await connector().database.query(
      `SELECT keep_snapshot_partitions(now() - interval '27 months', now() - interval '24 months')`,
    );
    const before = await months();

    await connector().app.get(SyncJanitor).clean();

    const after = await months();
    expect(after.length).toBe(before.length - 2);
    expect(after).toEqual(before.slice(2));
  });

  it('deletes old ended runs only', async () => {
    const tenant = await synced(1);
    await plannedRun(connector(), tenant);
    const old = '01800000-0000-7000-8000-';
    for (const [index, status] of ['succeeded', 'queued'].entries())
      await sql(
        `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, finished_at, created_at)
         VALUES ($2, $3, $1, 'profile', 'cron', $4, now() - interval '40 days', now() - interval '40 days')`,
        tenant,
        `${old}${randomUUID().slice(24, 35)}${index}`,
        tenant.organisationId,
        status,
      );

    await connector().app.get(SyncJanitor).clean();

    const rows = await sql<{ id: string; status: string }>(
      'SELECT id::text, status FROM sync_runs WHERE integration_id = $1',
      tenant,
    );
    expect(rows.filter(({ id }) => id.startsWith(old)).map(({ status }) => status)).toEqual(['queued']);
    expect(rows).toHaveLength(3);
  });
});
