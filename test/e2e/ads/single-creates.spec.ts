import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  type Launch,
  type LaunchParts,
  launchTenant,
  withLaunches,
} from '../../support/given/launches.js';

const API = 'GET /open_api/v1.3';
const UNKNOWN = '7999999999999999999';

const connector = useConnector(withLaunches());

interface Written {
  id: string;
  errors: { field: string; rule: string }[];
  unchecked: { field: string; reason: string }[];
  object: { data: Record<string, unknown> };
}
interface Body {
  adGroups: {
    ads: Record<string, unknown>[];
    targeting: Record<string, unknown>;
    [field: string]: unknown;
  }[];
}

let tenant: AdTenant;
let parts: LaunchParts;
let live: Launch;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
  const { body } = await tenant.api.post<Launch>(
    '/api/ads/launches',
    launchBody('WEB_CONVERSIONS', parts, { name: 'Parent' }),
  );
  live = await endedLaunch(connector(), tenant.api, body.launchId);
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

const group = () => (launchBody('WEB_CONVERSIONS', parts) as unknown as Body).adGroups[0];

/** Creates an ad group beside that of the launch. */
function createGroup(over: object) {
  const { ads: _, ...own } = group() ?? {};
  const schedule = { start: new Date(Date.now() + 3_600_000).toISOString() };
  const { campaignId } = live;
  const { accountId } = parts;
  return tenant.api.post<Written>('/api/ads/ad-groups', { accountId, campaignId, schedule, ...own, ...over });
}

/** Creates an ad beside that of the launch. */
function createAd(over: object) {
  const adGroupId = live.plan.find(({ kind }) => kind === 'ad_group')?.objectId;
  const { accountId } = parts;
  return tenant.api.post<Written>('/api/ads/ads', { accountId, adGroupId, ...group()?.ads[0], ...over });
}

const rules = ({ body }: { body: Written }) => body.errors.map(({ field, rule }) => [field, rule]);

describe('POST /api/ads/ad-groups', () => {
  it('complains of what the ad account does not have, as a launch does', async () => {
    const targeting = { locationIds: ['6252001'], audienceIds: [UNKNOWN] };
    const answer = await createGroup({ name: 'Unknown', pixelId: UNKNOWN, targeting });
    expect(answer.status).toBe(400);
    expect(rules(answer)).toEqual(
      expect.arrayContaining([
        ['pixelId', 'pixel_unknown'],
        ['targeting.audienceIds', 'audience_unknown'],
      ]),
    );
  });

  it('names what it could not check, and creates it', async () => {
    await connector().sandbox.fault({ match: `${API}/pixel/list/`, kind: 'http500_html' });
    const { status, body } = await createGroup({ name: 'Unchecked' });
    expect(status).toBe(201);
    expect(body.unchecked).toEqual([{ field: 'pixelId', reason: expect.stringMatching(/TikTok/) }]);
    await connector().sandbox.clearFaults();
    expect((await createGroup({ name: 'Checked' })).body.unchecked).toEqual([]);
  });
});

describe('POST /api/ads/ads', () => {
  it('complains of what the ad account does not have, as a launch does', async () => {
    const identity = { type: 'TT_USER', id: 'missing' };
    const answer = await createAd({ identity, creative: { videoId: 'v0', coverImageId: 'c0' } });
    expect(answer.status).toBe(400);
    expect(rules(answer)).toEqual([
      ['identity.id', 'identity_unknown'],
      ['creative.videoId', 'video_unknown'],
    ]);
  });

  it('names what it could not check, and creates it', async () => {
    await connector().sandbox.fault({ match: `${API}/identity/get/`, kind: 'http500_html' });
    const { status, body } = await createAd({ name: 'Unchecked' });
    expect(status).toBe(201);
    expect(body.unchecked).toEqual([{ field: 'identity.id', reason: expect.stringMatching(/TikTok/) }]);
  });

  it('sends the call to action as the launch does: in a portfolio', async () => {
    const { accountId, api } = tenant;
    const launched = live.plan.find(({ kind }) => kind === 'ad')?.objectId;
    const { body: first } = await api.get<Written['object']>(
      `/api/ads/ads/${launched}?accountId=${accountId}`,
    );
    const { status, body } = await createAd({ name: 'With a button' });
    expect(status).toBe(201);
    for (const data of [first.data, body.object.data])
      expect(data).toMatchObject({ ad_configuration: { call_to_action_id: expect.stringMatching(/^\d+$/) } });
    const calls = await connector().sandbox.calls('POST /open_api/v1.3/creative/portfolio/create/');
    const refused = await createAd({ name: 'Not offered', callToAction: 'PREORDER_NOW' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'call_to_action_not_offered' } });
    expect(await connector().sandbox.calls('POST /open_api/v1.3/creative/portfolio/create/')).toBe(calls);
  });

  it('changes the call to action of an ad by a new portfolio, and keeps its other settings', async () => {
    const { accountId, api } = tenant;
    const launched = live.plan.find(({ kind }) => kind === 'ad')?.objectId;
    const read = () => api.get<Written['object']>(`/api/ads/ads/${launched}?accountId=${accountId}`);
    const before = (await read()).body.data.ad_configuration as Record<string, unknown>;

    // TikTok allows one change of such an ad in 5 s, and the launch has just changed it.
    const body = await eventually(async () => {
      const answer = await api.send<Written>('PATCH', `/api/ads/ads/${launched}`, {
        body: JSON.stringify({ accountId, callToAction: 'LEARN_MORE' }),
        headers: { 'content-type': 'application/json' },
      });
      return answer.status === 200 && answer.body;
    });

    const { call_to_action_id: id, ...others } = body.object.data.ad_configuration as Record<string, unknown>;
    expect(id).toEqual(expect.stringMatching(/^\d+$/));
    expect(id).not.toBe(before.call_to_action_id);
    expect(before).toMatchObject(others);
    expect(body.object.data.call_to_action_list ?? []).toEqual([]);
  });
});
