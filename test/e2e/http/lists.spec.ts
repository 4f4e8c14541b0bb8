import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';

const connector = useConnector();
const LISTS = [
  '/api/integrations',
  '/api/social-activity/videos',
  '/api/sync/runs',
  '/api/sync/schedules',
  '/api/webhooks/events',
  '/api/crm-inbox/conversations',
  '/api/publications',
];
const VIDEOS = '/api/social-activity/videos';

interface Video {
  videoId: string;
  publishedAt: string;
  views: number;
}

let tenant: Tenant;

function encode(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

async function syncAll({ api }: Tenant): Promise<void> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'all',
  });
  await eventually(async () => {
    const runs = await api.get<PageBody<{ id: string; status: string }>>('/api/sync/runs');
    const ours = runs.body.items.filter(({ id }) => body.runIds.includes(id));
    return ours.every(({ status }) => status === 'succeeded');
  });
}

beforeAll(async () => {
  tenant = await connector().tenant({ videos: 43 });
  await syncAll(tenant);
}, 30_000);

describe('lists', () => {
  it.each([1, 10, 42, 43, 44, 200])('return every item once, newest first, in pages of %i', async (limit) => {
    const pages = await tenant.api.all<Video>(VIDEOS, limit);

    const ids = pages.flat().map(({ videoId }) => videoId);
    expect(ids).toHaveLength(43);
    expect(new Set(ids).size).toBe(43);
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    const times = pages.flat().map(({ publishedAt }) => publishedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
  });

  it('have 50 items per page by default, and no cursor on the last page', async () => {
    const { body } = await tenant.api.get<PageBody<Video>>(VIDEOS);

    expect(body.items).toHaveLength(43);
    expect(body).not.toHaveProperty('nextCursor');
  });

  it('continue after a cursor although newer items were added', async () => {
    const { body: first } = await tenant.api.get<PageBody<{ id: string }>>('/api/sync/runs?limit=1');
    await syncAll(tenant);

    const { body: second } = await tenant.api.get<PageBody<{ id: string }>>(
      `/api/sync/runs?limit=50&cursor=${first.nextCursor}`,
    );

    expect(second.items).toHaveLength(1);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('order videos of the same second by id, across pages', async () => {
    await connector().database.query(
      `UPDATE social_activity SET published_at = '2026-01-01' WHERE organisation_id = $1`,
      [tenant.organisationId],
    );

    const pages = await tenant.api.all<Video>(VIDEOS, 7);

    const ids = pages.flat().map(({ videoId }) => videoId);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(43);
  });
});

describe.each(LISTS)('GET %s', (path) => {
  it.each(['0', '-1', '201', 'ten', '1.5', '', '1e9', '99999999999999999999'])(
    'refuses limit=%s',
    async (limit) => {
      const { status, body } = await tenant.api.get<ProblemBody>(`${path}?limit=${limit}`);

      expect(status).toBe(400);
      expect(new Set(body.errors?.map(({ field }) => field))).toEqual(new Set(['limit']));
    },
  );

  it.each([
    ['text', 'abc'],
    ['an empty text', ''],
    ['an empty key', encode([])],
    ['numbers', encode([1, 2])],
    ['parts of another list', encode(['x', 'y', 'z'])],
    ['SQL', encode(["'; DROP TABLE integrations; --"])],
    ['a time that only JavaScript reads', encode(['1', '7'])],
    ['a time and a zero byte', encode(['2026-01-01T00:00:00Z\u0000', '7'])],
    ['a day that does not exist', encode(['2026-02-31T00:00:00.000Z', '7'])],
    ['a time far away', encode(['+275760-09-13T00:00:00.000Z', '7'])],
    [
      'a time far away and an id',
      encode(['-271821-04-20T00:00:00.000Z', '00000000-0000-7000-8000-000000000000']),
    ],
  ])('refuses a cursor made of %s', async (_name, cursor) => {
    const { status, body } = await tenant.api.get<ProblemBody>(`${path}?cursor=${cursor}`);

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'cursor', message: expect.any(String) }]);
  });

  it('rejects an unknown parameter', async () => {
    const { status, body } = await tenant.api.get<ProblemBody>(`${path}?organisationId=another-org`);

    expect(status).toBe(400);
    expect(body.errors?.map(({ field }) => field)).toEqual(['organisationId']);
  });
});
