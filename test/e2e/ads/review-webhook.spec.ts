import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  isOver,
  launchBody,
  type Launch,
  type LaunchParts,
  launchTenant,
  withLaunches,
} from '../../support/given/launches.js';

const PATH = '/connect/webhook/tiktok/ads';
const UNSUBSCRIBE = 'POST /open_api/v1.3/subscription/unsubscribe/';
/** Longer than the test: only a webhook lets the launch look again. */
const NEVER = '3600';

const connector = useConnector(withLaunches({ ADS_REVIEW_POLL_SECONDS: NEVER }, { reviewMs: 600_000 }));

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);

async function until(id: string, isThere: (launch: Launch) => boolean): Promise<Launch> {
  return await eventually(async () => {
    const { body } = await tenant.api.get<Launch>(`/api/ads/launches/${id}`);
    return isThere(body) && body;
  }, 20_000);
}

/** Starts a launch. @returns it once it waits for TikTok's review */
async function inReview(name: string): Promise<Launch> {
  const { body } = await tenant.api.post<Launch>(
    '/api/ads/launches',
    launchBody('TRAFFIC', parts, { name, adsEach: 2 }),
  );
  return await until(body.launchId, ({ plan }) =>
    plan.some(({ kind, status }) => kind === 'review' && status === 'waiting'),
  );
}

const adsOf = ({ plan }: Launch) => plan.flatMap(({ kind, objectId }) => (kind === 'ad' && objectId) || []);
const approve = (id: string) => connector().sandbox.control(`/business/ads/${id}`, { action: 'approve' });

const send = (headers: Record<string, string>) =>
  fetch(`${connector().url}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"object":3,"entry":[]}',
  });

describe('a launch in review', () => {
  it('goes on when TikTok reports the end of the review, without its next look, and unsubscribes', async () => {
    const before = await connector().sandbox.calls(UNSUBSCRIBE);
    const launch = await inReview('reported');
    for (const id of adsOf(launch)) await approve(id);
    expect(await until(launch.launchId, isOver)).toMatchObject({ status: 'live' });
    expect((await connector().sandbox.calls(UNSUBSCRIBE)) - before).toBe(1);
  }, 60_000);

  it('goes on without webhooks, at its next look', async () => {
    const match = 'POST /open_api/v1.3/subscription/subscribe/';
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40002', times: 1 });
    const launch = await inReview('not reported');
    for (const id of adsOf(launch)) await approve(id);
    await connector().hurry('launch');
    expect(await until(launch.launchId, isOver)).toMatchObject({ status: 'live' });
  }, 60_000);
});

describe('POST /connect/webhook/tiktok/ads', () => {
  it('refuses what TikTok has not signed', async () => {
    expect((await send({})).status).toBe(401);
    expect((await send({ 'x-open-signature': '0'.repeat(64) })).status).toBe(401);
    expect((await send({ 'tiktok-signature': `t=1,s=${'0'.repeat(64)}` })).status).toBe(401);
  });
});
