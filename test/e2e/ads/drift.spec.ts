import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS, type ChangeBody } from '../../support/given/ads-account.js';

// On a fast machine, these tests together make more calls in a second than TikTok allows.
const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, TIKTOK_KEEP_RATE_LIMITS: 'false' },
  sandbox: { business: { seedAds: true, appLevel: 'ultimate', appRateLimits: false } },
});

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

describe('A change in TikTok Ads Manager', () => {
  it('is one drift row with before and after, whichever read sees it first', async () => {
    const id = await known('Renamed elsewhere', 75);
    await ads.changeAtTikTok('us_plus', 'campaign', {
      campaign_id: id,
      campaign_name: 'Renamed',
      budget: 90,
    });

    // Many readers at once: the first to store the row records the change.
    await Promise.all([
      ...Array.from({ length: 4 }, () => ads.list('campaigns', '&live=true')),
      ads.read('campaigns', id),
    ]);

    const drifts = await driftsOf(id);
    expect(drifts).toHaveLength(1);
    expect(drifts[0]).toMatchObject({
      actor: 'ads_manager',
      state: 'succeeded',
      before: { campaign_name: 'Renamed elsewhere', budget: 75 },
      after: { campaign_name: 'Renamed', budget: 90 },
    });
    expect((await ads.list('campaigns')).find((one) => one.id === id)).toMatchObject({ name: 'Renamed' });
  });

  it('is a row each time, also back to the first value', async () => {
    const id = await known('Back and forth');
    for (const status of ['ENABLE', 'DISABLE', 'ENABLE'] as const) {
      await ads.setStatusAtTikTok('us_plus', 'campaign', [id], status);
      await ads.read('campaigns', id);
    }

    expect((await driftsOf(id)).map(({ after }) => after)).toEqual([
      { operation_status: 'ENABLE' },
      { operation_status: 'DISABLE' },
      { operation_status: 'ENABLE' },
    ]);
  });

  it('is found in objects of manual campaigns too, in the words of their level', async () => {
    const [group] = await ads.list('ad-groups', '&live=true');
    const id = group?.id ?? '';
    await connector().sandbox.control(`/business/objects/${id}`, { name: 'Renamed group', budget: 75 });

    await ads.list('ad-groups', '&live=true');

    expect(await driftsOf(id)).toMatchObject([
      { before: { budget: 60 }, after: { adgroup_name: 'Renamed group', budget: 75 } },
    ]);
  });

  it('shows a deletion, and not again for what was below it', async () => {
    const id = await known('Deleted elsewhere');
    await ads.setStatusAtTikTok('us_plus', 'campaign', [id], 'DELETE');

    await ads.read('campaigns', id);

    expect(await driftsOf(id)).toMatchObject([{ after: { operation_status: 'DELETE' } }]);
  });
});

describe('A change by the service', () => {
  it('is no drift, whatever was read while it was under way', async () => {
    const id = await known('Paused here');
    const stop = new AbortController();
    const reads = (async () => {
      while (!stop.signal.aborted) await ads.list('campaigns', '&live=true');
    })();

    for (const status of ['enable', 'pause', 'enable', 'pause'])
      expect(await setStatus('campaign', [id], status)).toMatchObject({ status: 200 });
    const patch = {
      accountId: ads.accountId,
      name: 'Paused and renamed',
      budget: { amount: '70.00' },
    };
    expect(await send('PATCH', `/api/ads/campaigns/${id}`, patch)).toMatchObject({ status: 200 });
    stop.abort();
    await reads;
    await ads.read('campaigns', id);

    expect(await driftsOf(id)).toEqual([]);
    expect(await ads.changes(`&objectId=${id}`)).toHaveLength(5);
  });

  it('does not hide what Ads Manager changed before it', async () => {
    const id = await known('Both');
    await ads.changeAtTikTok('us_plus', 'campaign', { campaign_id: id, campaign_name: 'By Ads Manager' });
    await setStatus('campaign', [id], 'enable');

    expect(await driftsOf(id)).toMatchObject([{ after: { campaign_name: 'By Ads Manager' } }]);
  });

  it('whose answer was lost is no drift either', async () => {
    const id = await known('Lost answer');
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/smart_plus/campaign/status/update/',
      kind: 'lost_response',
      times: 1,
    });
    await setStatus('campaign', [id], 'enable');

    expect((await ads.read('campaigns', id)).status).toBe('ENABLE');
    expect(await driftsOf(id)).toEqual([]);
  });
});

/** A campaign that our copy has. */
async function known(name: string, budget = 60): Promise<string> {
  const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign(name, budget));
  await ads.read('campaigns', id);
  return id;
}

function setStatus(level: string, ids: string[], status: string) {
  return send('POST', '/api/ads/status', { level, accountId: ads.accountId, ids, status });
}

function send(method: string, path: string, body: unknown) {
  return ads.api.send(method, path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function driftsOf(id: string): Promise<ChangeBody[]> {
  const rows = await ads.changes(`&objectId=${id}`);
  return rows.filter(({ action }) => action === 'drift').toReversed();
}
