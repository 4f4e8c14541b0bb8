import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const PATIENCE_SECONDS = 15;
const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_KILL_SWITCH_PATIENCE_SECONDS: String(PATIENCE_SECONDS) },
});

const PAUSE = 'POST /open_api/v1.3/smart_plus/campaign/status/update/';

interface KillBody {
  accounts: number;
  paused: number;
  failed: number;
  campaigns: { id: string; accountId: string; name: string; result: string }[];
  unread: { accountId: string; family: string; message: string }[];
}

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

function pull(body: object = {}, caller = ads.as('editor')) {
  return caller.post<KillBody>('/api/ads/kill-switch', { reason: 'the shop is down', ...body });
}

async function running(): Promise<string[]> {
  return (await ads.list('campaigns', '&live=true&status=ENABLE')).map(({ id }) => id);
}

describe('POST /api/ads/kill-switch', () => {
  it('pauses every campaign of both families in one account, although the policy allows nothing', async () => {
    const policy = {
      maxDailySpend: [{ currency: 'USD', perAccount: '0', total: '0' }],
      requireApproval: true,
    };
    const headers = { 'content-type': 'application/json' };
    await ads.api.send('PUT', '/api/ads/policy', { body: JSON.stringify(policy), headers });
    const started = { ...smartCampaign('Not ours'), operation_status: 'ENABLE' };
    await ads.atTikTok('us_plus', 'campaign', started);

    const { status, body } = await pull({ accountIds: [ads.accountId] });

    expect([status, body.accounts, body.paused, body.failed]).toEqual([200, 1, 3, 0]);
    expect(body.campaigns.map(({ name }) => name).toSorted()).toEqual([
      'Always on',
      'Autumn sale',
      'Not ours',
    ]);
    expect(await running()).toEqual([]);
    const changes = await ads.changes(`&accountId=${ads.accountId}`);
    expect(changes.filter(({ actor }) => actor === 'kill_switch')).toHaveLength(3);
    expect(changes[0]).toMatchObject({ reason: 'the shop is down', userId: 'tester', state: 'succeeded' });
  });

  it('goes on when one campaign cannot be paused, and reports it', async () => {
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/campaign/status/update/',
      kind: 'error_code',
      code: '40002',
      times: 2,
    });

    const { status, body: answer } = await pull();

    // The batch of two is refused once, and then one of them alone.
    expect([status, answer.accounts, answer.paused, answer.failed]).toEqual([200, 2, 1, 1]);
    expect(answer.campaigns.map(({ result }) => result).toSorted()).toEqual(['done', 'refused']);
    expect(await pull()).toMatchObject({ body: { paused: 1, failed: 0 } });
    expect(await pull()).toMatchObject({ body: { paused: 0, failed: 0, campaigns: [] } });
  });

  it('pauses what it knows while TikTok lists nothing, and reports the account', async () => {
    const started = { ...smartCampaign('Unseen'), operation_status: 'ENABLE' };
    const id = await ads.atTikTok('us_plus', 'campaign', started);
    expect(await running()).toEqual([id]);
    await connector().sandbox.fault({ match: 'GET /open_api/v1.3/*campaign/get/', kind: 'http500_html' });

    const { body } = await pull({ accountIds: [ads.accountId] });

    await connector().sandbox.clearFaults();
    expect(body).toMatchObject({ paused: 1, campaigns: [{ id, result: 'done' }] });
    expect(body.unread.map(({ family }) => family)).toEqual(['us_plus', 'manual']);
    expect(await running()).toEqual([]);
  });

  it('pauses a campaign whose status TikTok has not sent', async () => {
    const started = { ...smartCampaign('Status unknown'), operation_status: 'ENABLE' };
    const id = await ads.atTikTok('us_plus', 'campaign', started);
    expect(await running()).toEqual([id]);
    await connector().database.query('UPDATE ad_objects SET operation_status = NULL WHERE id = $1', [id]);
    await connector().sandbox.fault({ match: 'GET /open_api/v1.3/*campaign/get/', kind: 'http500_html' });

    const { body } = await pull({ accountIds: [ads.accountId] });

    await connector().sandbox.clearFaults();
    expect(body).toMatchObject({ paused: 1, campaigns: [{ id, result: 'done' }] });
    expect(await running()).toEqual([]);
  });

  it.each([
    // The call itself waits for the next second five times.
    ['too many calls', { kind: 'rate_limited', message: 'QPS limit', times: 7 }],
    ['lost answers', { kind: 'lost_response', times: 2 }],
    ['server errors', { kind: 'http500_html', times: 2 }],
  ])('repeats a pause after %s, and reports each campaign once', async (_what, fault) => {
    const ids = await Promise.all(
      ['One', 'Two'].map((name) =>
        ads.atTikTok('us_plus', 'campaign', { ...smartCampaign(name), operation_status: 'ENABLE' }),
      ),
    );
    await connector().sandbox.fault({ match: PAUSE, ...fault });

    const { body } = await pull({ accountIds: [ads.accountId] });

    await connector().sandbox.clearFaults();
    expect(body).toMatchObject({ paused: 2, failed: 0 });
    expect(body.campaigns.map(({ id, result }) => [id, result]).toSorted()).toEqual(
      ids.toSorted().map((id) => [id, 'done']),
    );
    expect(await running()).toEqual([]);
  });

  it('gives up in bounded time while TikTok takes no calls, and says when to try again', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', {
      ...smartCampaign('Never taken'),
      operation_status: 'ENABLE',
    });
    await connector().sandbox.fault({ match: PAUSE, kind: 'rate_limited', message: 'QPS limit' });
    const begun = performance.now();

    const { body } = await pull({ accountIds: [ads.accountId] });

    const seconds = (performance.now() - begun) / 1000;
    expect(seconds).toBeLessThan(PATIENCE_SECONDS + 30);
    await connector().sandbox.clearFaults();
    expect(body).toMatchObject({
      paused: 0,
      failed: 1,
      campaigns: [{ id, result: 'not_sent', retryAfterSeconds: expect.any(Number) }],
    });
    expect(await pull({ accountIds: [ads.accountId] })).toMatchObject({ body: { paused: 1, failed: 0 } });
  }, 60_000);

  it('keeps the results of the other batches when one of them breaks', async () => {
    const started = { ...smartCampaign('Breaks'), operation_status: 'ENABLE' };
    const broken = await ads.atTikTok('us_plus', 'campaign', started);
    const campaigns = await ads.list('campaigns', '&live=true');
    const good = campaigns.find(({ family }) => family === 'manual')?.id ?? '';
    const status = { level: 'campaign', accountId: ads.accountId, ids: [good], status: 'enable' };
    await ads.api.send('PUT', '/api/ads/policy', {
      body: JSON.stringify({}),
      headers: { 'content-type': 'application/json' },
    });
    expect(await ads.api.post('/api/ads/status', status)).toMatchObject({ body: { done: 1 } });
    const { database } = connector();
    await database.query(`
      CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the journal is broken'; END $$`);
    await database.query(`
      CREATE TRIGGER break_one BEFORE INSERT ON ad_changes FOR EACH ROW
      WHEN (NEW.object_id = '${broken}') EXECUTE FUNCTION break_one()`);

    const { status: code, body } = await pull({ accountIds: [ads.accountId] });

    await database.query('DROP FUNCTION break_one CASCADE');
    expect([code, body.paused, body.failed]).toEqual([200, 1, 1]);
    expect(new Map(body.campaigns.map(({ id, result }) => [id, result]))).toEqual(
      new Map([
        [broken, 'not_sent'],
        [good, 'done'],
      ]),
    );
    expect(await pull({ accountIds: [ads.accountId] })).toMatchObject({ body: { paused: 1, failed: 0 } });
  });

  it('needs a reason and an editor, and refuses a foreign ad account', async () => {
    const viewer = await pull({}, ads.as('viewer'));
    const foreign = await pull({ accountIds: ['7999999999999999999'] });
    const mute = await pull({ reason: '' });

    expect([viewer.status, foreign.status, mute.status]).toEqual([403, 403, 400]);
  });
});
