import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { AdChanges } from '../../../src/ads/writes/ad-changes.js';
import { ObjectClaims } from '../../../src/ads/writes/object-claims.js';
import { OrgContext } from '../../../src/database/index.js';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  type Launch,
  type LaunchParts,
  type LaunchStep,
  launchTenant,
  reviewedLaunch,
  withLaunches,
} from '../../support/given/launches.js';

const connector = useConnector(withLaunches({}, { reviewMs: 600_000, appRateLimits: false }));

const FAMILIES = [
  ['us_plus', 'WEB_CONVERSIONS', '/open_api/v1.3/smart_plus', 'smartPlusAds'],
  ['manual', 'TRAFFIC', '/open_api/v1.3', 'ads'],
] as const;
const LEVELS = { campaign: 'campaign', ad_group: 'adgroup', ad: 'ad' } as const;
type Level = keyof typeof LEVELS;

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

async function begin(body: object): Promise<string> {
  const answer = await tenant.api.post<Launch>('/api/ads/launches', body);
  expect(answer).toMatchObject({ status: 202 });
  return answer.body.launchId;
}
const launchNow = async (id: string) => (await tenant.api.get<Launch>(`/api/ads/launches/${id}`)).body;
const stepOf = ({ plan }: Launch, kind: string): LaunchStep | undefined =>
  plan.find((step) => step.kind === kind);

interface Create {
  state: string;
  level: Level;
  object_id: string | null;
}

function creates(launchId: string, level: Level): Promise<Create[]> {
  return connector().database.query<Create>(
    `SELECT state, level, object_id FROM ad_changes WHERE launch_id = $1 AND action = 'create' AND level = $2 ORDER BY id`,
    [launchId, level],
  );
}

async function atTikTok(list: string): Promise<{ id: string; name: string; operationStatus: string }[]> {
  const state =
    await connector().sandbox.read<Record<string, { id: string; name: string; operationStatus: string }[]>>(
      '/business/state',
    );
  return state[list] ?? [];
}

async function lost(id: string, level: Level): Promise<void> {
  await eventually(async () => (await creates(id, level)).some(({ state }) => state === 'unknown'), 20_000);
}

const within = <T>(work: () => Promise<T>): Promise<T> =>
  connector().app.get(OrgContext, { strict: false }).run(tenant.organisationId, 'test', work);

describe.each(FAMILIES)('a create of %s whose answer was lost', (family, objective, prefix, ads) => {
  const lose = (level: Level) =>
    connector().sandbox.fault({
      match: `POST ${prefix}/${LEVELS[level]}/create/`,
      kind: 'lost_response',
      times: 1,
    });

  it.each(['campaign', 'ad'] as const)(
    'shows a %s that is found after the launch was cancelled, paused',
    async (level) => {
      const name = `${family} ${level} cancelled`;
      await lose(level);
      const body = launchBody(objective, parts, { name });
      for (const group of body.adGroups as { ads: { name: string }[] }[])
        for (const ad of group.ads) ad.name = name;
      const id = await begin(body);
      await lost(id, level);
      expect(await tenant.api.post(`/api/ads/launches/${id}/cancel`, {})).toMatchObject({ status: 200 });

      const launch = await eventually(async () => {
        await connector().hurry('ad-change');
        const now = await launchNow(id);
        return typeof stepOf(now, level)?.objectId === 'string' && now;
      }, 20_000);

      const [{ object_id: objectId } = { object_id: null }] = await creates(id, level);
      expect(launch).toMatchObject({ status: 'cancelled' });
      expect(stepOf(launch, level)).toMatchObject({ status: 'done', objectId });
      const rows = await atTikTok(level === 'campaign' ? 'campaigns' : ads);
      expect(rows.filter((row) => row.name === name)).toMatchObject([
        { id: objectId, operationStatus: 'DISABLE' },
      ]);
    },
    60_000,
  );

  it('shows what is found after another step has failed, and resumes without a second one', async () => {
    const name = `${family} failed`;
    await lose('ad');
    await connector().sandbox.fault({
      match: `POST ${prefix}/ad/create/`,
      kind: 'error_code',
      code: '40002',
      times: 1,
    });
    const id = await begin(launchBody(objective, parts, { name, adsEach: 2 }));
    expect(await endedLaunch(connector(), tenant.api, id)).toMatchObject({
      status: 'failed',
      failCode: '40002',
    });

    const launch = await eventually(async () => {
      await connector().hurry('ad-change');
      const now = await launchNow(id);
      return now.plan.filter(({ kind, objectId }) => kind === 'ad' && objectId !== null).length === 1 && now;
    }, 20_000);

    expect(launch).toMatchObject({ status: 'failed', failCode: '40002' });
    const found = launch.plan.find(({ kind, objectId }) => kind === 'ad' && objectId !== null);
    expect(found).toMatchObject({ status: 'done', message: expect.stringContaining('lost') });
    await tenant.api.post(`/api/ads/launches/${id}/resume`, {});
    const reviewed = await reviewedLaunch(connector(), tenant.api, id);
    const ids = reviewed.plan.flatMap(({ kind, objectId }) => (kind === 'ad' ? objectId : []));
    expect(ids).toContain(found?.objectId);
    expect(new Set(ids).size).toBe(2);
  }, 60_000);

  /** Another create learns from a late answer that it has made the object that a launch has adopted. */
  async function returned(id: string, level: Level): Promise<string> {
    const [adopted] = await creates(id, level);
    const objectId = adopted?.object_id ?? '';
    const changes = connector().app.get(AdChanges, { strict: false });
    await within(async () => {
      const maker = await changes.intend({
        accountId: tenant.accountId,
        kind: { family, level },
        action: 'create',
        name: 'maker',
        body: {},
        actor: { kind: 'user', id: 'tester' },
      });
      await changes.sent(maker);
      await connector().app.get(ObjectClaims, { strict: false }).created(maker, objectId, 'r');
    });
    return objectId;
  }

  it('leads to an ad of its own if the adopted one was another create’s', async () => {
    await lose('ad');
    const id = await begin(launchBody(objective, parts, { name: `${family} returned ad` }));
    await reviewedLaunch(connector(), tenant.api, id);

    const objectId = await returned(id, 'ad');

    const launch = await eventually(async () => {
      await connector().hurry('launch');
      const now = await launchNow(id);
      return now.status === 'in_review' && stepOf(now, 'ad')?.status === 'done' && now;
    }, 20_000);
    expect(stepOf(launch, 'ad')?.objectId).not.toBe(objectId);
    expect(await creates(id, 'ad')).toMatchObject([{ object_id: stepOf(launch, 'ad')?.objectId }]);
  }, 60_000);

  it('ends the launch if ad groups lie in a campaign that was another create’s', async () => {
    await lose('campaign');
    const id = await begin(launchBody(objective, parts, { name: `${family} returned campaign` }));
    await reviewedLaunch(connector(), tenant.api, id);

    const objectId = await returned(id, 'campaign');

    expect(await launchNow(id)).toMatchObject({ campaignId: null });
    const launch = await endedLaunch(connector(), tenant.api, id);
    expect(launch).toMatchObject({ status: 'failed', failCode: 'object_returned' });
    expect(launch.campaignId).not.toBe(objectId);
    expect(stepOf(launch, 'ad_group')).toMatchObject({ status: 'done', objectId: expect.any(String) });
    await tenant.api.post(`/api/ads/launches/${id}/resume`, {});
    expect(await endedLaunch(connector(), tenant.api, id)).toMatchObject({ failCode: 'object_returned' });
  }, 60_000);
});
