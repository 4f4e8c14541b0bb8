import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../src/auth/index.js';
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

const API = '/open_api/v1.3';
const FAMILIES = [
  ['us_plus', 'WEB_CONVERSIONS', `POST ${API}/smart_plus`],
  ['manual', 'TRAFFIC', `POST ${API}`],
] as const;

const connector = useConnector(withLaunches());

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

const launch = (body: object) => tenant.api.post<Launch>('/api/ads/launches', body);
/** Starts a launch that must be accepted. @returns its id */
async function begin(body: object): Promise<string> {
  const answer = await launch(body);
  expect(answer).toMatchObject({ status: 202 });
  return answer.body.launchId;
}
const jsonBody = (body: object) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const ended = (id: string) => endedLaunch(connector(), tenant.api, id);

interface AdRow {
  id: string;
  name: string;
  campaignId: string;
  operationStatus: string;
  smartPlusAdId?: string;
}

/** What TikTok has of a campaign. Creatives of Upgraded Smart+ ads are no ads of their own. */
async function atTikTok(
  level: 'campaigns' | 'adgroups' | 'ads',
  campaignId: string,
): Promise<[name: string, operationStatus: string][]> {
  const state = await connector().sandbox.read<Record<string, AdRow[]>>('/business/state');
  const rows = [...(state[level] ?? []), ...(level === 'ads' ? (state.smartPlusAds ?? []) : [])];
  return rows
    .filter((row) => (level === 'campaigns' ? row.id : row.campaignId) === campaignId && !row.smartPlusAdId)
    .map(({ name, operationStatus }): [string, string] => [name, operationStatus])
    .toSorted();
}

describe.each(FAMILIES)('a launch by %s', (family, objective, prefix) => {
  it('creates everything paused, waits for the review, and enables the campaign last', async () => {
    const body = launchBody(objective, parts, { adGroups: 2, adsEach: 2, name: `${family} whole` });
    const { status, body: begun } = await launch(body);
    expect({ status, begun }).toMatchObject({
      status: 202,
      begun: { family, status: 'planned', largestDailySpend: { currency: 'USD' } },
    });
    const done = await ended(begun.launchId);
    expect(done).toMatchObject({ status: 'live', failCode: null });
    const campaignId = done.campaignId ?? '';
    expect(await atTikTok('campaigns', campaignId)).toEqual([[`${family} whole`, 'ENABLE']]);
    expect(await atTikTok('adgroups', campaignId)).toEqual([
      ['Group 0', 'ENABLE'],
      ['Group 1', 'ENABLE'],
    ]);
    expect(await atTikTok('ads', campaignId)).toEqual(
      ['Ad 0.0', 'Ad 0.1', 'Ad 1.0', 'Ad 1.1'].map((name) => [name, 'ENABLE']),
    );
  }, 60_000);

  it.each(['campaign', 'adgroup', 'ad'])(
    'adopts a %s whose answer was lost',
    async (level) => {
      const create = `${prefix}/${level}/create/`;
      const before = await connector().sandbox.calls(create);
      await connector().sandbox.fault({ match: create, kind: 'lost_response', times: 1 });
      const id = await begin(launchBody(objective, parts, { name: `${family} lost ${level}` }));
      const done = await ended(id);
      expect(done).toMatchObject({ status: 'live' });
      expect((await connector().sandbox.calls(create)) - before).toBe(1);
    },
    60_000,
  );

  it('resumes after a refusal, and creates nothing twice', async () => {
    const [campaigns, ads] = [`${prefix}/campaign/create/`, `${prefix}/ad/create/`];
    await connector().sandbox.fault({ match: ads, kind: 'error_code', code: '40002', times: 1 });
    const id = await begin(launchBody(objective, parts, { name: `${family} resumed` }));
    expect(await ended(id)).toMatchObject({ status: 'failed', failCode: '40002' });
    const before = await connector().sandbox.calls(campaigns);
    expect(await tenant.api.post(`/api/ads/launches/${id}/resume`, {})).toMatchObject({ status: 200 });
    expect(await ended(id)).toMatchObject({ status: 'live', failCode: null });
    expect((await connector().sandbox.calls(campaigns)) - before).toBe(0);
  }, 60_000);

  it('stays paused when TikTok rejects every ad, and says why', async () => {
    await connector().sandbox.control('/settings', { business: { reviewOutcome: 'reject' } });
    const id = await begin(launchBody(objective, parts, { name: `${family} rejected` }));
    const done = await ended(id);
    await connector().sandbox.control('/settings', { business: { reviewOutcome: 'approve' } });
    expect(done).toMatchObject({ status: 'failed', failCode: 'ads_rejected' });
    expect(done.rejectedAds).toEqual([{ adId: expect.any(String), reasons: [expect.any(String)] }]);
    expect(await atTikTok('campaigns', done.campaignId ?? '')).toEqual([[`${family} rejected`, 'DISABLE']]);
  }, 60_000);
});

describe('launches', () => {
  it('return the first launch for the same idempotency key, also at once', async () => {
    const body = launchBody('TRAFFIC', parts, { idempotencyKey: 'once', name: 'once' });
    const answers = await Promise.all([launch(body), launch(body), launch(body)]);
    expect(new Set(answers.map((one) => one.body.launchId)).size).toBe(1);
    await ended(answers[0]?.body.launchId ?? '');
    const other = await launch({ ...body, name: 'another' });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  }, 60_000);

  it('answer the plan and every complaint with dryRun, and store nothing', async () => {
    const body = launchBody('WEB_CONVERSIONS', parts, {
      dryRun: true,
      budget: { mode: 'daily', amount: '10' },
    });
    const before = (await tenant.api.get<{ items: unknown[] }>('/api/ads/launches')).body.items.length;
    const answer = await launch(body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ launchId: null, complaints: [{ field: 'budget.amount' }] });
    const after = (await tenant.api.get<{ items: unknown[] }>('/api/ads/launches')).body.items.length;
    expect(after).toBe(before);
  });

  it('take null for an absent field', async () => {
    const body = launchBody('WEB_CONVERSIONS', parts, { name: 'nulls', budgetOptimization: null });
    const [group] = body.adGroups as { budget?: null; ads: { creative: object }[] }[];
    if (group) {
      group.budget = null;
      for (const ad of group.ads) ad.creative = { ...ad.creative, publicationId: null, postId: null };
    }
    expect(await ended(await begin(body))).toMatchObject({ status: 'live', failCode: null });
  }, 60_000);

  it('refuse a body that TikTok would refuse, with the fields', async () => {
    const answer = await launch(
      launchBody('WEB_CONVERSIONS', parts, { budget: { mode: 'daily', amount: '10' } }),
    );
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'budget.amount' }] } });
  });

  it('refuse a foreign ad account', async () => {
    const answer = await launch(launchBody('TRAFFIC', { ...parts, accountId: '7000000000000000001' }));
    expect(answer).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
  });

  it('stop at once when they are cancelled, and leave everything paused', async () => {
    await connector().sandbox.control('/settings', { business: { reviewMs: 600_000 } });
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'cancelled' }));
    const now = await eventually(async () => {
      const { body: launched } = await tenant.api.get<Launch>(`/api/ads/launches/${id}`);
      return launched.status === 'in_review' && launched;
    });
    const answer = await tenant.api.post<Launch>(`/api/ads/launches/${id}/cancel`, {});
    await connector().sandbox.control('/settings', { business: { reviewMs: 300 } });
    expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await atTikTok('campaigns', now.campaignId ?? '')).toEqual([['cancelled', 'DISABLE']]);
  }, 60_000);

  it('wait for a second user if the policy says so, and start once approved', async () => {
    await tenant.api.send('PUT', '/api/ads/policy', jsonBody({ requireApproval: true }));
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'approved' }));
    const waiting = await tenant.api.get<Launch>(`/api/ads/launches/${id}`);
    expect(waiting.body).toMatchObject({ status: 'awaiting_approval', campaignId: null });
    const own = await tenant.api.post(`/api/ads/launches/${id}/approve`, {});
    expect(own).toMatchObject({ status: 409, body: { code: 'approver_is_requester' } });
    const token = developmentToken(connector().config.jwt, {
      organisationIds: [tenant.organisationId],
      userId: 'second',
      role: 'editor',
    });
    const second = tenant.api.with({ authorization: `Bearer ${token}` });
    expect(await second.post(`/api/ads/launches/${id}/approve`, {})).toMatchObject({ status: 200 });
    await tenant.api.send('PUT', '/api/ads/policy', jsonBody({ requireApproval: false }));
    expect(await ended(id)).toMatchObject({ status: 'live', approvedBy: 'second' });
  }, 60_000);

  it('are refused beyond the daily spend that the policy allows', async () => {
    const limit = { currency: 'USD', perAccount: '10.00', total: null };
    await tenant.api.send('PUT', '/api/ads/policy', jsonBody({ maxDailySpend: [limit] }));
    const answer = await launch(launchBody('TRAFFIC', parts, { name: 'too much' }));
    await tenant.api.send('PUT', '/api/ads/policy', jsonBody({ maxDailySpend: [] }));
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: expect.stringMatching(/^ad_policy_/) });
  });

  it('are stopped by the kill switch', async () => {
    await connector().sandbox.control('/settings', { business: { reviewMs: 600_000 } });
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'killed' }));
    await eventually(async () => {
      const { body } = await tenant.api.get<Launch>(`/api/ads/launches/${id}`);
      return body.status === 'in_review';
    });
    const answer = await tenant.api.post('/api/ads/kill-switch', { reason: 'stop everything' });
    await connector().sandbox.control('/settings', { business: { reviewMs: 300 } });
    expect(answer).toMatchObject({ status: 200, body: { launchesStopped: 1, unread: [] } });
    expect((await tenant.api.get<Launch>(`/api/ads/launches/${id}`)).body).toMatchObject({
      status: 'cancelled',
      failCode: 'kill_switch',
    });
    const state = await connector().sandbox.read<{ campaigns: AdRow[] }>('/business/state');
    expect(state.campaigns.filter((one) => one.operationStatus === 'ENABLE')).toEqual([]);
  }, 60_000);

  it('name the kill switch beside a pause that is not confirmed', async () => {
    await connector().sandbox.control('/settings', { business: { reviewMs: 600_000 } });
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'killed, not paused' }));
    const read = async () => (await tenant.api.get<Launch>(`/api/ads/launches/${id}`)).body;
    await eventually(async () => (await read()).status === 'in_review');
    const match = 'POST /open_api/v1.3/campaign/status/update/';
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40002' });
    // Whether it is paused already cannot be read either.
    await connector().sandbox.fault({ match: 'GET /open_api/v1.3/campaign/get/', kind: 'http500_html' });
    await tenant.api.post('/api/ads/kill-switch', { reason: 'stop it' });
    await connector().sandbox.control('/settings', { business: { reviewMs: 300 } });
    const stopped = { status: 'cancelled', killSwitch: { reason: 'stop it', at: expect.any(String) } };
    const withCode = (code: string) =>
      eventually(async () => {
        await connector().hurry('launch');
        const found = await read();
        return found.failCode === code && found;
      }, 20_000);
    expect(await withCode('pause_unconfirmed')).toMatchObject(stopped);
    await connector().sandbox.clearFaults();
    expect(await withCode('kill_switch')).toMatchObject({
      ...stopped,
      failReason: 'The kill switch stopped it: stop it',
    });
  }, 60_000);

  it('leave the campaign paused if asked to, and end as ready', async () => {
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'for later', enableCampaign: false }));
    const done = await ended(id);

    expect(done).toMatchObject({ status: 'ready', failCode: null });
    expect(done.plan.map(({ kind }) => kind)).not.toContain('enable_campaign');
    const campaignId = done.campaignId ?? '';
    expect(await atTikTok('campaigns', campaignId)).toEqual([['for later', 'DISABLE']]);
    expect(await atTikTok('adgroups', campaignId)).toEqual([['Group 0', 'ENABLE']]);
    expect(await atTikTok('ads', campaignId)).toEqual([['Ad 0.0', 'ENABLE']]);
    expect(await tenant.api.post(`/api/ads/launches/${id}/cancel`, {})).toMatchObject({
      status: 409,
      body: { code: 'launch_is_over' },
    });
  }, 60_000);

  it('stream their progress until they are over', async () => {
    const id = await begin(launchBody('TRAFFIC', parts, { name: 'streamed' }));
    const authorization = `Bearer ${connector().token(tenant.organisationId, 'viewer')}`;
    const response = await fetch(`${connector().url}/api/ads/launches/${id}/events`, {
      headers: { authorization, orgid: tenant.organisationId },
    });
    const text = await response.text();
    const events = text.split('\n\n').filter((frame) => frame.startsWith('event: launch'));
    const statuses = events.map((frame) => (JSON.parse(frame.split('data: ')[1] ?? '{}') as Launch).status);
    expect(statuses.length).toBeGreaterThan(1);
    expect(statuses.at(-1)).toBe('live');
  }, 60_000);
});
