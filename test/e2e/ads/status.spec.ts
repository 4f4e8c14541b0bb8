import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const LOST_ANSWER = 'lost_response';

interface StatusBody {
  results: { id: string; result: string; message?: string; changeId?: string; retryAfterSeconds?: number }[];
  done: number;
}

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

function setStatus(level: string, ids: string[], status: string, reason?: string) {
  const body = { level, accountId: ads.accountId, ids, status, ...(reason && { reason }) };
  return ads.api.post<StatusBody>('/api/ads/status', body);
}

describe('POST /api/ads/status', () => {
  it('pauses campaigns of both families at once', async () => {
    const [manual] = (await ads.list('campaigns', '&live=true')).map(({ id }) => id);
    const smart = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Both families'));
    const ids = [manual ?? '', smart];

    const { status, body } = await setStatus('campaign', ids, 'pause', 'stock sold out');

    expect([status, body.done]).toEqual([200, 2]);
    expect(body.results.map(({ id, result }) => [id, result])).toEqual(ids.map((id) => [id, 'done']));
    for (const id of ids) expect((await ads.read('campaigns', id)).status).toBe('DISABLE');
    const [change] = await ads.changes(`&objectId=${manual}`);
    expect(change).toMatchObject({
      action: 'status',
      actor: 'user',
      userId: 'tester',
      reason: 'stock sold out',
      state: 'succeeded',
      before: { operation_status: 'ENABLE' },
      after: { operation_status: 'DISABLE' },
    });
    expect(change?.tiktokRequestId).not.toBeNull();
  });

  it('has one result per id: unknown and deleted ones do not stop the others', async () => {
    const ids = (await ads.list('ads', '&live=true')).map(({ id }) => id);
    const [deleted = '', paused = ''] = ids;
    await setStatus('ad', [deleted], 'delete');

    const { body } = await setStatus('ad', ['1999999999999999999', deleted, paused, paused], 'pause');

    expect(body).toMatchObject({
      done: 1,
      results: [
        { id: '1999999999999999999', result: 'not_found' },
        { id: deleted, result: 'refused', message: 'It is deleted, and deleted is final.' },
        { id: paused, result: 'done' },
      ],
    });
  });

  it('refuses an id that is a JSON number, and a wrong word', async () => {
    const ids = [Number('1800000000000000001')];
    const body = { level: 'campaign', accountId: ads.accountId, ids, status: 'stop' };

    const answer = await ads.api.post<ProblemBody>('/api/ads/status', body);

    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field }) => field)).toEqual(['ids', 'status']);
  });

  it('refuses an ad account of another organisation, and a viewer', async () => {
    const body = { level: 'campaign', accountId: '7999999999999999999', ids: ['1'], status: 'pause' };
    const foreign = await ads.api.post<ProblemBody>('/api/ads/status', body);
    const viewer = await ads.as('viewer').post('/api/ads/status', { ...body, accountId: ads.accountId });

    expect(foreign).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
    expect(viewer.status).toBe(403);
  });

  it('reports a lost answer as unknown, and settles it', async () => {
    const [campaign] = await ads.list('campaigns', '&live=true&status=ENABLE');
    const id = campaign?.id ?? '';
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/campaign/status/update/',
      kind: LOST_ANSWER,
      times: 1,
    });

    const { body } = await setStatus('campaign', [id], 'pause');

    expect(body.results).toMatchObject([{ id, result: 'unknown' }]);
    const [change] = await ads.changes(`&objectId=${id}`);
    expect(change?.state).toBe('unknown');
  });
});

describe('pause-campaign', () => {
  it('pauses one campaign', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Alias'));
    const body = { accountId: ads.accountId, campaignId: id };

    expect((await ads.api.provider<StatusBody>('pause-campaign', body)).body).toMatchObject({ done: 1 });
  });

  it('needs an id', async () => {
    const answer = await ads.api.provider<ProblemBody>('pause-campaign', { accountId: ads.accountId });

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'campaignId' }] } });
  });
});

describe('While TikTok takes no calls', () => {
  it('a change of status answers when to try again', async () => {
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/*/status/update/',
      kind: 'rate_limited',
    });
    const [campaign] = await ads.list('campaigns', '&live=true');

    const { status, headers } = await setStatus('campaign', [campaign?.id ?? ''], 'pause');

    await connector().sandbox.clearFaults();
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
