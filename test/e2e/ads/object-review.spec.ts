import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
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

const connector = useConnector(withLaunches());

interface Reviewed {
  adGroupId: string | null;
  campaignId: string | null;
  review: {
    state: string | null;
    stateText: string | null;
    status: string | null;
    appealStatus: string | null;
    rejections: {
      reasons: string[];
      suggestion: string | null;
      content: string | null;
      materialId: string | null;
      adId: string | null;
    }[];
  } | null;
}

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

async function launched(objective: 'WEB_CONVERSIONS' | 'TRAFFIC'): Promise<Launch> {
  const { body } = await tenant.api.post<Launch>('/api/ads/launches', launchBody(objective, parts));
  return await endedLaunch(connector(), tenant.api, body.launchId);
}

const adOf = ({ plan }: Launch) => plan.find(({ kind }) => kind === 'ad')?.objectId ?? '';

async function read(path: string, id: string): Promise<Reviewed> {
  const answer = await tenant.api.get<Reviewed>(`/api/ads/${path}/${id}?accountId=${tenant.accountId}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

const decide = (adId: string, body: object) => connector().sandbox.control(`/business/ads/${adId}`, body);

describe.each(['WEB_CONVERSIONS', 'TRAFFIC'] as const)('GET of an ad of %s', (objective) => {
  it('shows its review: approved, then rejected with the reason and the part', async () => {
    const id = adOf(await launched(objective));
    expect((await read('ads', id)).review).toMatchObject({ state: 'approved', rejections: [] });
    await decide(id, { action: 'reject', reason: 'The music is too loud.' });
    const { review } = await read('ads', id);
    expect(review).toMatchObject({
      state: 'rejected',
      status: 'UNAVAILABLE',
      appealStatus: objective === 'TRAFFIC' ? null : 'NOT_APPEALED',
      rejections: [{ reasons: ['The music is too loud.'], suggestion: null, content: 'MODE_VIDEO' }],
    });
    expect(review?.rejections[0]?.materialId).toEqual(objective === 'TRAFFIC' ? null : expect.any(String));
    expect(review?.stateText).toMatch(/rejected/);
  }, 60_000);
});

describe('GET of what stands above an ad', () => {
  it('shows the rejections of the ads of a manual ad group', async () => {
    const id = adOf(await launched('TRAFFIC'));
    const { adGroupId } = await read('ads', id);
    expect((await read('ad-groups', adGroupId ?? '')).review).toMatchObject({ state: 'approved' });
    await decide(id, { action: 'reject', reason: 'The link is broken.' });
    expect((await read('ad-groups', adGroupId ?? '')).review).toMatchObject({
      state: 'rejected',
      rejections: [{ adId: id, reasons: ['The link is broken.'] }],
    });
  }, 60_000);

  it('shows null where TikTok has no review, and while it does not answer', async () => {
    const id = adOf(await launched('WEB_CONVERSIONS'));
    const { adGroupId, campaignId } = await read('ads', id);
    expect((await read('ad-groups', adGroupId ?? '')).review).toBeNull();
    expect((await read('campaigns', campaignId ?? '')).review).toBeNull();
    await connector().sandbox.fault({ match: 'GET /open_api/v1.3/*review_info/', kind: 'http500_html' });
    expect((await read('ads', id)).review).toBeNull();
  }, 60_000);
});
