import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { sendUntilAnswered } from '../../support/counting-client.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';
import { createAudience, sendFile, type FileAnswer } from '../../support/given/audiences.js';
import { launchBody } from '../../support/given/launches.js';

// PRODUCT_SALES has ended, and has an alternative; REACH has none.
const DRIVERS =
  'WEB_CONVERSIONS=us_plus,TRAFFIC=manual,REACH=manual:2026-01-01,PRODUCT_SALES=manual:2026-01-01';
const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_DRIVERS: DRIVERS },
});

let ads: AdsAccount;
let yen: string;
beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  yen = ads.accountIds.find((id) => id !== ads.accountId) ?? '';
}, 30_000);

const FOREIGN = '7999999999999999999';
const START = new Date(Date.now() + 3_600_000).toISOString();
const parts = (accountId = ads.accountId) => ({
  accountId,
  identityId: 'identity',
  pixelId: '7300000000000000001',
  uploadId: '019abcde-0000-7000-8000-000000000000',
});

function campaign(objective: string, more: object = {}) {
  return { accountId: ads.accountId, name: 'Bad input', objective, schedule: { start: START }, ...more };
}

function withAd(ad: object) {
  const body = launchBody('TRAFFIC', parts()) as { adGroups: { ads: object[] }[] };
  const [group] = body.adGroups;
  return { ...body, adGroups: [{ ...group, ads: [{ ...group?.ads[0], ...ad }] }] };
}

const post = (path: string, body: unknown) => ads.api.post<ProblemBody>(`/api/ads/${path}`, body);

/** Everything that the organisation has, to prove that a refusal leaves nothing behind. */
async function rows(): Promise<unknown> {
  return await connector().database.query(
    `SELECT (SELECT count(*) FROM ad_launches) AS launches, (SELECT count(*) FROM ad_changes) AS changes,
       (SELECT count(*) FROM ad_creatives) AS creatives, (SELECT count(*) FROM ad_audience_uploads) AS uploads`,
  );
}

/** Answers what a file would add to a new audience. */
const report = async (file: string, query = '') => {
  const { body } = await createAudience(ads.api, ads.accountId);
  return await sendFile<FileAnswer & ProblemBody>(ads.api, body.id, 'append', file, `?dryRun=true${query}`);
};

async function audiencePath(): Promise<string> {
  return `audiences/${(await createAudience(ads.api, ads.accountId)).body.id}/append`;
}

describe('an ad account that the organisation has not connected', () => {
  it.each([
    'campaigns',
    'ad-groups',
    'ads',
    'creatives',
    'audiences',
    'spark-posts',
    'spark-posts/own',
    'tools/identities',
    'tools/music',
    'launches',
    'changes',
    'metrics',
    `accounts/${FOREIGN}`,
  ])('is refused by GET /api/ads/%s, or has nothing', async (path) => {
    const query = `accountId=${FOREIGN}&from=2026-10-01&to=2026-10-02`;
    const known: Record<string, string> = { metrics: query, [`accounts/${FOREIGN}`]: '' };
    const answer = await ads.api.get<ProblemBody & { items?: unknown[] }>(
      `/api/ads/${path}?${known[path] ?? `accountId=${FOREIGN}`}`,
    );
    if (answer.status === 200) expect(answer.body.items).toEqual([]);
    else expect([403, 404]).toContain(answer.status);
    if (answer.status === 403) expect(answer.body.code).toBe('ad_account_not_connected');
  });

  it.each<[string, () => object]>([
    ['campaigns', () => campaign('TRAFFIC')],
    ['launches', () => launchBody('TRAFFIC', parts())],
    ['validate', () => launchBody('TRAFFIC', parts())],
    ['status', () => ({ level: 'campaign', ids: ['1'], status: 'pause' })],
    ['creatives/videos', () => ({ publicationId: '019abcde-0000-7000-8000-000000000000' })],
    ['spark-posts', () => ({ authCode: '#code' })],
    [
      'audiences',
      () => ({
        name: 'A',
        consent: { basis: 'consent', source: 'form', collectedAt: '2026-11-01T00:00:00Z' },
      }),
    ],
    ['call', () => ({ path: '/adgroup/quota/', query: {} })],
  ])('is refused by POST /api/ads/%s, and so is its id as a number', async (path, body) => {
    const before = await rows();
    const foreign = await post(path, { ...body(), accountId: FOREIGN });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
    expect(foreign.body.detail).toContain('GET /api/ads/accounts');
    const number = await post(path, { ...body(), accountId: Number('7400000000000000001') });
    expect(number).toMatchObject({ status: 400, body: { errors: [{ field: 'accountId' }] } });
    expect(await rows()).toEqual(before);
  });
});

describe('a launch', () => {
  it('has no decimals in yen', async () => {
    const body = launchBody('TRAFFIC', parts(yen), { budget: { mode: 'daily', amount: '50000.50' } });
    const answer = await post('launches', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ field: 'budget.amount', rule: 'amount_too_precise' }),
    );
  });

  it.each(['launches', 'campaigns'])(
    'of an objective that TikTok no longer creates is refused by POST /api/ads/%s with the alternative',
    async (path) => {
      const before = await rows();
      const make = (objective: string) =>
        path === 'campaigns' ? campaign(objective) : { ...launchBody('TRAFFIC', parts()), objective };
      const answer = await post(path, make('PRODUCT_SALES'));
      expect(answer).toMatchObject({ status: 409, body: { code: 'objective_create_ended' } });
      expect(answer.body.detail).toContain('WEB_CONVERSIONS');
      expect((await post(path, make('REACH'))).body.detail).toContain('Ads Manager');
      expect(await rows()).toEqual(before);
    },
  );

  it('has no identity that TikTok no longer accepts', async () => {
    const answer = await post('launches', withAd({ identity: { type: 'CUSTOMIZED_USER', id: 'i' } }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ field: 'adGroups[0].ads[0].identity.type', rule: 'identity_not_accepted' }),
    );
  });

  it('has no carousel without music', async () => {
    const answer = await post('launches', withAd({ creative: { imageIds: ['a', 'b'] } }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ field: 'adGroups[0].ads[0].creative.musicId', rule: 'music_missing' }),
    );
  });
});

describe('a text with half an emoji or a zero byte', () => {
  const BROKEN = ['half \ud83d', 'zero \0'];
  it.each<[string, string, (text: string) => object]>([
    ['launches', 'name', (name) => ({ ...launchBody('TRAFFIC', parts()), name })],
    ['launches', 'reason', (reason) => ({ ...launchBody('TRAFFIC', parts()), reason })],
    ['launches', 'adGroups[0].ads[0].name', (name) => withAd({ name })],
    ['campaigns', 'name', (name) => campaign('TRAFFIC', { name })],
    [
      'status',
      'reason',
      (reason) => ({
        level: 'campaign',
        accountId: ads.accountId,
        ids: ['1'],
        status: 'pause',
        reason,
      }),
    ],
    ['kill-switch', 'reason', (reason) => ({ reason })],
    [
      'audiences',
      'consent.source',
      (source) => ({
        accountId: ads.accountId,
        name: 'A',
        consent: { basis: 'consent', source, collectedAt: '2026-11-01T00:00:00Z' },
      }),
    ],
    ['spark-posts', 'authCode', (authCode) => ({ accountId: ads.accountId, authCode })],
    [
      'creatives/videos',
      'name',
      (name) => ({ accountId: ads.accountId, name, publicationId: '019abcde-0000-7000-8000-000000000000' }),
    ],
  ])('is refused by POST /api/ads/%s as %s', async (path, field, make) => {
    for (const text of BROKEN) {
      const before = await rows();
      const answer = await post(path, make(text));
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.map((error) => error.field)).toContain(field);
      expect(await rows()).toEqual(before);
    }
  });
});

describe('a deleted campaign', () => {
  it('is not paused, and says why', async () => {
    const [first] = await ads.list('campaigns', '&live=true');
    const id = first?.id ?? '';
    const status = { level: 'campaign', accountId: ads.accountId, ids: [id] };
    await post('status', { ...status, status: 'delete' });
    const paused = await ads.api.provider<{ results: { result: string; message: string }[] }>(
      'pause-campaign',
      { accountId: ads.accountId, campaignId: id },
    );
    expect(paused.body.results).toMatchObject([
      { result: 'refused', message: expect.stringContaining('deleted') },
    ]);
    const enabled = await post('status', { ...status, status: 'enable' });
    expect(enabled.body).toMatchObject({ results: [{ result: 'refused' }] });
  });
});

describe('a file of customers', () => {
  it.each([
    [
      'a byte order mark, CRLF, semicolons and quotes',
      '\ufeffname;email\r\n"A; ""B""";a@b.example\r\n;c@d.example\r\n',
      2,
    ],
    ['no header', 'a@b.example\nc@d.example\n', 2],
    ['no end of the last line', 'email\na@b.example', 1],
    ['one broken line', 'email,name\n"a@b.example,x\nc@d.example,y\n', 1],
  ])('may have %s', async (_what, file, usableRows) => {
    expect(await report(file)).toMatchObject({ status: 202, body: { report: { usableRows } } });
  });

  it('whose lines are all broken has no usable row, and nothing is kept', async () => {
    const { body } = await createAudience(ads.api, ads.accountId);
    const before = await rows();
    const answer = await sendFile<ProblemBody>(ads.api, body.id, 'append', 'email,name\nx\ny\n');
    expect(answer).toMatchObject({ status: 422, body: { code: 'audience_nothing_usable' } });
    expect(await rows()).toEqual(before);
  });
});

describe('a body of 4 GB', () => {
  const HUGE = 4_000_000_000;
  const MULTIPART = 'multipart/form-data; boundary=x';
  const FORM = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n');

  async function send(path: string, type: string, beginning: Buffer, fill: number) {
    const { organisationId } = ads;
    const headers = {
      'content-type': type,
      orgid: organisationId,
      authorization: `Bearer ${connector().token(organisationId)}`,
    };
    const url = `${connector().url}/api/ads/${path}`;
    return await sendUntilAnswered({ url, method: 'POST', headers, beginning, bytes: HUGE }, fill);
  }

  it.each<[string, string, () => Promise<string>, string, Buffer, number]>([
    [
      'a video',
      'upload_too_large',
      async () => `creatives/videos?accountId=${ads.accountId}`,
      MULTIPART,
      FORM,
      0,
    ],
    [
      'an image',
      'upload_too_large',
      async () => `creatives/images?accountId=${ads.accountId}`,
      MULTIPART,
      FORM,
      0,
    ],
    [
      'a file for a foreign account',
      'ad_account_not_connected',
      async () => `audiences/${(await createAudience(ads.api, ads.accountId)).body.id}/append`,
      'text/csv',
      Buffer.from('email\n'),
      0x61,
    ],
    ['bytes that are no text', 'audience_file_encoding', audiencePath, 'text/csv', Buffer.alloc(64), 0],
    [
      'text without lines',
      'audience_file_without_lines',
      audiencePath,
      'text/csv',
      Buffer.from('a@b.example'),
      0x61,
    ],
    [
      'customers of an audience that does not exist',
      'audience_not_found',
      async () => 'audiences/019abcde-0000-7000-8000-000000000000/append',
      'text/csv',
      Buffer.from('email\n'),
      0x61,
    ],
  ])('with %s is refused early, and memory stays flat', async (what, code, path, type, beginning, fill) => {
    const target = await path();
    if (what === 'a file for a foreign account')
      await connector().database.query(`UPDATE ad_audiences SET account_id = '${FOREIGN}' WHERE id = $1`, [
        target.split('/')[1],
      ]);
    const before = process.memoryUsage().rss;
    const answer = await send(target, type, beginning, fill);
    expect((JSON.parse(answer.body) as ProblemBody).code).toBe(code);
    expect(answer.status).toBeLessThan(500);
    expect(answer.sent).toBeLessThan(100_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    expect(await connector().stagedFiles()).toEqual([]);
  });
});
