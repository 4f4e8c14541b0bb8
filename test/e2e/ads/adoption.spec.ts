import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from 'tiktok-sandbox/testing';
import { newId } from '../../../src/common/index.js';
import { OrgContext } from '../../../src/database/index.js';
import { AdChanges } from '../../../src/ads/writes/ad-changes.js';
import { CreatedObjects } from '../../../src/ads/writes/created-objects.js';
import { ObjectClaims } from '../../../src/ads/writes/object-claims.js';
import { ObjectCreation } from '../../../src/ads/writes/object-creation.js';
import { AdAccountAccess } from '../../../src/integrations/index.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_SETTLE_SECONDS: '1' },
});
const CREATE = 'POST /open_api/v1.3/campaign/create/';
const LIST = 'GET /open_api/v1.3/campaign/get/';
const START = new Date(Date.now() + 86_400_000).toISOString();

interface Row {
  id: string;
  state: string;
  adopted: boolean;
  object_id: string | null;
  fail_code: string | null;
}

let first: AdsAccount;
let second: AdsAccount;
// Both organisations use the same ad account.
beforeAll(async () => {
  first = await AdsAccount.connect(connector());
  second = await AdsAccount.connect(connector());
}, 60_000);
afterEach(async () => {
  connector().moveClock(0);
  await connector().sandbox.clearFaults();
});

function create({ api, accountId }: AdsAccount, name: string) {
  const body = { accountId, name, objective: 'TRAFFIC', schedule: { start: START } };
  return api.post<{ id: string }>('/api/ads/campaigns', body);
}

/** Sends a create whose answer is lost: `reset` never arrives, `lost_response` is carried out. */
async function lose(ads: AdsAccount, name: string, kind: 'reset' | 'lost_response'): Promise<void> {
  await connector().sandbox.fault({ match: CREATE, kind, times: 1 });
  expect(await create(ads, name)).toMatchObject({ status: 503, body: { code: 'ad_outcome_unknown' } });
}

function settled({ organisationId }: AdsAccount, name: string): Promise<Row> {
  return eventually(async () => {
    await connector().hurry('ad-change');
    const [row] = await connector().database.query<Row>(
      `SELECT id, state, adopted, object_id, fail_code FROM ad_changes WHERE organisation_id = $1 AND name = $2`,
      [organisationId, name],
    );
    return row && ['succeeded', 'failed'].includes(row.state) && row;
  }, 20_000);
}

describe('a create whose answer was lost', () => {
  it('leaves what another organisation has created with the same name', async () => {
    const name = `Shared ${randomUUID()}`;
    expect(await create(first, name)).toMatchObject({ status: 201 });

    await lose(second, name, 'reset');

    expect(await settled(second, name)).toMatchObject({ state: 'failed', fail_code: 'not_created' });
  }, 30_000);

  it('takes one object each if two organisations have lost an answer', async () => {
    const name = `Twice ${randomUUID()}`;
    await lose(first, name, 'lost_response');
    await lose(second, name, 'lost_response');

    const rows = await Promise.all([settled(first, name), settled(second, name)]);

    expect(rows).toMatchObject([
      { state: 'succeeded', adopted: true },
      { state: 'succeeded', adopted: true },
    ]);
    expect(new Set(rows.map((row) => row.object_id)).size).toBe(2);
  }, 30_000);

  it('gives the only object to one of two', async () => {
    const name = `One ${randomUUID()}`;
    await lose(first, name, 'lost_response');
    await lose(second, name, 'reset');

    const rows = await Promise.all([settled(first, name), settled(second, name)]);

    expect(rows.map(({ state }) => state).toSorted()).toEqual(['failed', 'succeeded']);
  }, 30_000);

  it('leaves what is older than its first call', async () => {
    const name = `Older ${randomUUID()}`;
    await first.atTikTok('manual', 'campaign', {
      objective_type: 'TRAFFIC',
      campaign_name: name,
      budget_mode: 'BUDGET_MODE_INFINITE',
      operation_status: 'DISABLE',
    });
    connector().moveClock(100);

    await lose(first, name, 'reset');

    expect(await settled(first, name)).toMatchObject({ state: 'failed', fail_code: 'not_created' });
  }, 30_000);
});

const intent = (name: string, level: 'campaign' | 'ad') => ({
  accountId: first.accountId,
  kind: { family: 'manual' as const, level },
  action: 'create' as const,
  name,
  body: level === 'ad' ? { adgroup_id: '1', creatives: [{ ad_name: name }] } : { campaign_name: name },
  actor: { kind: 'user' as const, id: 'tester' },
});
const within = <T>({ organisationId }: AdsAccount, work: () => Promise<T>): Promise<T> =>
  connector().app.get(OrgContext, { strict: false }).run(organisationId, 'test', work);
const claims = () => connector().app.get(ObjectClaims, { strict: false });
const changes = () => connector().app.get(AdChanges, { strict: false });
const sent = (ads: AdsAccount, name: string, level: 'campaign' | 'ad' = 'ad') =>
  within(ads, async () => {
    const change = await changes().intend(intent(name, level));
    await changes().sent(change);
    return change;
  });

describe('an object that two creates claim', () => {
  it('belongs to the one whose answer names it', async () => {
    const [name, objectId] = [`Claimed ${randomUUID()}`, newId()];
    const [adopter, maker] = [await sent(first, name), await sent(second, name)];
    expect(await within(first, () => claims().adopt(adopter, objectId))).toBe(true);

    await within(second, () => claims().created(maker, objectId, 'r'));

    expect(await within(second, () => changes().find(maker.id))).toMatchObject({
      state: 'succeeded',
      objectId,
    });
    expect(await within(first, () => changes().find(adopter.id))).toMatchObject({
      adopted: false,
      objectId: null,
    });
  });

  it('is left alone while the other waits for its answer', async () => {
    const name = `In flight ${randomUUID()}`;
    const mine = await sent(first, name);
    const created = connector().app.get(CreatedObjects, { strict: false });
    expect(await created.isContested(mine)).toBe(false);

    const other = await sent(second, name);

    expect(await created.isContested(mine)).toBe(true);
    await within(second, () => changes().refused(other, 'no'));
    expect(await created.isContested(mine)).toBe(false);
  });

  it('is left alone if the other was sent while we looked', async () => {
    const name = `Meanwhile ${randomUUID()}`;
    await lose(first, name, 'lost_response');
    // Only this test looks for it.
    const [lost] = await connector().database.query<Row>(
      'UPDATE ad_changes SET due_at = NULL WHERE name = $1 RETURNING id',
      [name],
    );
    const mine = await within(first, () => changes().find(lost?.id ?? ''));
    if (!mine) throw new Error('there is no change');
    connector().moveClock(10);
    await connector().sandbox.fault({ match: LIST, kind: 'slow', ms: 3_000, times: 1 });
    const looking = within(first, async () => {
      const account = await connector().app.get(AdAccountAccess, { strict: false }).find(first.accountId);
      return await connector().app.get(ObjectCreation, { strict: false }).adoptIfThere(account, mine);
    });
    const refused = expect(looking).rejects.toMatchObject({ code: 'ad_outcome_unknown' });
    await sleep(300);

    const other = await sent(second, name, 'campaign');
    // However long the look takes, it is on its way.
    connector().moveClock(5);

    await refused;
    await within(second, () => changes().refused(other, 'no'));
    await connector().database.query('UPDATE ad_changes SET due_at = now() WHERE id = $1', [mine.id]);
    expect(await settled(first, name)).toMatchObject({ state: 'succeeded', adopted: true });
  }, 30_000);

  it('is not looked for before an earlier call that may have made it', async () => {
    const mine = await sent(first, `Again ${randomUUID()}`);
    const { firstSentAt, sentAt } = mine;
    connector().moveClock(3600);

    await within(first, () => changes().sent(mine));
    expect(mine.firstSentAt).toEqual(firstSentAt);
    await within(first, () => changes().notSent(mine, sentAt));

    expect(await within(first, () => changes().find(mine.id))).toMatchObject({
      state: 'unknown',
      sentAt,
      firstSentAt,
    });
  });
});
