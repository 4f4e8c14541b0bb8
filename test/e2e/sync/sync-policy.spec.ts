import { describe, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector({ webhooks: false });
const PATH = '/api/sync/policy';

interface Policy extends Record<string, unknown> {
  effective: Record<string, unknown>;
}

const get = async (api: ApiClient) => (await api.get<Policy>(PATH)).body;

function put(api: ApiClient, body: object) {
  return api.send<Policy & ProblemBody>('PUT', PATH, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

describe('/api/sync/policy', () => {
  it('has the defaults of the service until an organisation sets its own', async () => {
    const { effective, ...own } = await get(connector().api());

    expect(effective).toMatchObject({
      discoverEveryHours: 1,
      profileEveryHours: 6,
      videos: expect.arrayContaining([{ underDays: 7, everyHours: 6 }]),
    });
    expect(new Set(Object.values(own))).toEqual(new Set([null]));
  });

  it('replaces the policy of this organisation only', async () => {
    const [api, other] = [connector().api(), connector().api()];
    const videos = [
      { underDays: 30, everyHours: 48 },
      { underDays: 2, everyHours: 3 },
    ];

    expect(await put(api, { videos, adsToday: true, discoverEveryHours: null })).toMatchObject({
      status: 200,
    });

    const policy = await get(api);
    expect(policy).toMatchObject({ adsToday: true, discoverEveryHours: null, updatedBy: 'tester' });
    expect(policy.effective).toMatchObject({
      videos: videos.toReversed(),
      adsToday: true,
      discoverEveryHours: 1,
    });
    expect((await get(other)).effective).toMatchObject({ adsToday: false });
    await put(api, {});
    expect(await get(api)).toMatchObject({ videos: null, adsToday: null });
  });

  it.each<[string, object]>([
    ['discoverEveryHours', { discoverEveryHours: 0 }],
    ['discoverEveryHours', { discoverEveryHours: 1.5 }],
    ['profileEveryHours', { profileEveryHours: 25 }],
    ['fullListingEveryDays', { fullListingEveryDays: '7' }],
    ['videos', { videos: [] }],
    [
      'videos',
      {
        videos: [
          { underDays: 1, everyHours: 1 },
          { underDays: 1, everyHours: 2 },
        ],
      },
    ],
    ['videos[0].everyHours', { videos: [{ underDays: 1, everyHours: 0 }] }],
    ['adsRereadDays', { adsRereadDays: [0] }],
    ['adsToday', { adsToday: 'yes' }],
    ['cadence', { cadence: 1 }],
  ])('names the field %s', async (field, body) => {
    const answer = await put(connector().api(), body);

    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors?.map((error) => error.field))]).toEqual([field]);
  });

  it('is set by admins and read by viewers', async () => {
    const organisationId = 'org-roles';
    expect((await put(connector().api(organisationId, 'editor'), {})).status).toBe(403);
    expect((await connector().api(organisationId, 'viewer').get(PATH)).status).toBe(200);
  });
});
