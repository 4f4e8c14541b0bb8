import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant } from '../../support/given/ad-tenant.js';
import {
  createAudience,
  customers,
  sendFile,
  untilAudience,
  untilDone,
  type AudienceBody,
} from '../../support/given/audiences.js';

const connector = useConnector({
  environment: { ADS_SETTLE_SECONDS: '1' },
  sandbox: { business: { audienceMatchMs: 200 } },
});
const CREATE = 'POST /open_api/v1.3/dmp/custom_audience/create/';
const UPDATE = 'POST /open_api/v1.3/dmp/custom_audience/update/';
const MAPPING = 'POST /open_api/v1.3/segment/mapping/';

let shared: ReturnType<typeof adTenant> | undefined;

/** One organisation for all tests: consents are limited per minute. */
function tenant(): ReturnType<typeof adTenant> {
  return (shared ??= adTenant(connector()));
}

async function filled() {
  const { api, accountId } = await tenant();
  const { body } = await createAudience(api, accountId);
  await sendFile(api, body.id, 'append', customers(2000));
  return { api, accountId, audience: await untilDone(api, body.id) };
}

async function listed(id: string): Promise<AudienceBody[]> {
  const { api, accountId } = await tenant();
  const { body } = await api.get<PageBody<AudienceBody>>(`/api/ads/audiences?accountId=${accountId}`);
  return body.items.filter((item) => item.id === id);
}

const lookalikes = (id: string) => `/api/ads/audiences/${id}/lookalike`;

describe('/api/ads/audiences', () => {
  it('creates an audience, and TikTok matches its first file', async () => {
    const { api, accountId } = await tenant();
    const { status, body } = await createAudience(api, accountId, { retentionDays: 90 });
    expect([status, body]).toMatchObject([201, { status: 'empty', tiktokId: null, size: null }]);
    const sent = await sendFile(api, body.id, 'append', customers(2000));
    expect(sent).toMatchObject({
      status: 202,
      body: { report: { rows: 2000, usableRows: 2000, duplicates: 0 }, upload: { action: 'append' } },
    });
    const ready = await untilDone(api, body.id);
    expect(ready).toMatchObject({ status: 'ready', updatesLeft: 23, nextReplaceAt: null });
    expect(Number(ready.size)).toBeGreaterThanOrEqual(1000);
    expect(await listed(body.id)).toMatchObject([{ status: 'ready', tiktokId: ready.tiktokId }]);
  });

  it('explains an audience that TikTok matched too few users of', async () => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId);
    const sent = await sendFile(api, body.id, 'append', customers(500));
    expect(sent.body.report.forecast).toEqual({ minimum: 1000, verdict: 'too_small', neededMatchRate: null });
    const small = await untilDone(api, body.id);
    expect(small).toMatchObject({ status: 'too_small' });
    expect(small.statusText).toContain('fewer than 1,000 users');
  });

  it('answers the quality report of a dry run, and sends nothing', async () => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId);
    const file = '\ufeffName;E-Mail;Phone\r\n"Ada; B";ada@example.com;0171 1234567\r\nBob;bob;\r\n"C;x\r\n';
    const { status, body: answer } = await sendFile(
      api,
      body.id,
      'append',
      file,
      '?dryRun=true&defaultCountry=DE',
    );
    expect([status, answer.upload]).toEqual([202, null]);
    expect(answer.report).toMatchObject({ rows: 3, usableRows: 1 });
    expect(answer.report.defects).toEqual([
      { reason: 'broken_line', count: 1, lines: [4] },
      { reason: 'invalid_email', count: 1, lines: [3] },
    ]);
    expect((await untilAudience(api, body.id, () => true)).uploads).toEqual([]);
  });

  it('takes a multipart form and NDJSON', async () => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId);
    const form = new FormData();
    form.append('file', new Blob(['{"email":"ada@example.com"}\n']), 'customers.ndjson');
    const path = `/api/ads/audiences/${body.id}/append?dryRun=true`;
    const answer = await api.withoutContract().send<{ report: object }>('POST', path, { body: form });
    expect(answer.body.report).toMatchObject({ format: 'ndjson', usableRows: 1 });
  });

  it.each([
    ['an empty file', '', 400, 'audience_file_empty'],
    ['UTF-16', Buffer.from('\ufeffemail\nada@example.com', 'utf16le'), 400, 'audience_file_encoding'],
    ['columns without names', 'a,b\nc,d', 400, 'audience_columns_unknown'],
    ['broken lines only', 'email\nada\nbob', 422, 'audience_nothing_usable'],
    [
      'hashed and plain values in a column',
      `email\nada@example.com\n${createHash('sha256').update('a').digest('hex')}`,
      400,
      'audience_column_mixed',
    ],
  ])('refuses %s', async (_what, file, status, code) => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId);
    const bytes = typeof file === 'string' ? file : new Uint8Array(file);
    const answer = await sendFile<ProblemBody>(api, body.id, 'append', bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).not.toContain('ada@example.com');
  });

  it('appends, removes and replaces, and plans against one replacement a day', async () => {
    const { api, audience } = await filled();
    await sendFile(api, audience.id, 'append', customers(1000, 2000));
    const larger = await untilDone(api, audience.id);
    expect(Number(larger.size)).toBeGreaterThan(Number(audience.size));
    await sendFile(api, audience.id, 'remove', customers(500));
    await untilDone(api, audience.id);
    await sendFile(api, audience.id, 'replace', customers(1800, 5000));
    const replaced = await untilDone(api, audience.id);
    expect(replaced).toMatchObject({ status: 'ready', updatesLeft: 20 });
    expect(replaced.nextReplaceAt).not.toBeNull();
    const again = await sendFile<ProblemBody>(api, audience.id, 'replace', customers(2000));
    expect([again.status, again.body.code]).toEqual([409, 'audience_update_limit']);
    expect(again.body.detail).toContain(replaced.nextReplaceAt);
  });

  it('refuses the 25th update within 24 h', async () => {
    const { api, audience } = await filled();
    await connector().database.query(
      `INSERT INTO ad_audience_uploads
         (id, organisation_id, audience_id, account_id, action, state, counted_at, created_by)
       SELECT gen_random_uuid(), organisation_id, id, account_id, 'append', 'done', now(), 'tester'
       FROM ad_audiences, generate_series(1, 23) WHERE id = $1`,
      [audience.id],
    );
    const answer = await sendFile<ProblemBody>(api, audience.id, 'append', customers(2000));
    expect([answer.status, answer.body.code]).toEqual([409, 'audience_update_limit']);
  });

  it.each(['lost_response', 'reset'])(
    'creates one audience although TikTok answers with %s',
    async (kind) => {
      const { api, accountId } = await tenant();
      const { body } = await createAudience(api, accountId);
      await connector().sandbox.fault({ match: CREATE, kind, times: 1 });
      await sendFile(api, body.id, 'append', customers(2000));
      const ready = await untilDone(api, body.id);
      expect(ready.status).toBe('ready');
      const list = await connector().sandbox.read<{ audiences: { name: string }[] }>('/business/state');
      expect(list.audiences.filter(({ name }) => name === ready.name)).toHaveLength(1);
    },
  );

  it('sends an update once although its answer is lost', async () => {
    const { api, audience } = await filled();
    const before = await connector().sandbox.calls(UPDATE);
    await connector().sandbox.fault({ match: UPDATE, kind: 'lost_response', times: 1 });
    await sendFile(api, audience.id, 'append', customers(1000, 2000));
    expect(await untilDone(api, audience.id)).toMatchObject({
      uploads: [{ state: 'done' }, { state: 'done' }],
    });
    expect(await connector().sandbox.calls(UPDATE)).toBe(before + 1);
  });

  it('reports why TikTok refused, and gives the update back', async () => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId);
    await connector().sandbox.fault({ match: CREATE, kind: 'error_code', code: '40002', times: 1 });
    await sendFile(api, body.id, 'append', customers(2000));
    const failed = await untilDone(api, body.id);
    expect(failed).toMatchObject({ status: 'failed', updatesLeft: 24, uploads: [{ failCode: '40002' }] });
  });

  it('streams rows into a segment', async () => {
    const { api, accountId } = await tenant();
    const { body } = await createAudience(api, accountId, { options: { delivery: 'segment' } });
    const before = await connector().sandbox.calls(MAPPING);
    await sendFile(api, body.id, 'append', customers(2500));
    expect(await untilDone(api, body.id)).toMatchObject({ status: 'ready', kind: 'segment' });
    expect(await connector().sandbox.calls(MAPPING)).toBe(before + 3);
    const replace = await sendFile<ProblemBody>(api, body.id, 'replace', customers(2000));
    expect([replace.status, replace.body.code]).toEqual([409, 'audience_is_segment']);
  });

  it('makes a lookalike, which is no source of another one', async () => {
    const { api, audience } = await filled();
    const wanted = {
      name: `Like ${audience.name}`,
      size: 'NARROW',
      locationIds: ['6252001'],
      markets: ['US'],
    };
    const { status, body } = await api.post<AudienceBody>(lookalikes(audience.id), wanted);
    expect([status, body]).toMatchObject([202, { kind: 'lookalike', status: 'sending' }]);
    expect(await untilDone(api, body.id)).toMatchObject({ status: 'ready' });
    const again = await api.post<ProblemBody>(lookalikes(body.id), { ...wanted, name: 'x' });
    expect([again.status, again.body.code]).toEqual([409, 'audience_is_lookalike']);
    const market = await api.post<ProblemBody>(lookalikes(audience.id), {
      ...wanted,
      name: 'y',
      markets: ['AQ'],
    });
    expect([market.status, market.body.code]).toEqual([400, 'lookalike_market']);
  });

  it('deletes an audience', async () => {
    const { api, audience } = await filled();
    expect((await api.delete(`/api/ads/audiences/${audience.id}`)).status).toBe(202);
    const gone = await untilDone(api, audience.id);
    expect(gone).toMatchObject({ status: 'deleted', uploads: [{ action: 'delete', state: 'done' }, {}] });
    expect(await listed(audience.id)).toEqual([]);
  });

  it('refuses foreign accounts, unknown audiences and a name that is taken', async () => {
    const { api, accountId } = await tenant();
    const foreign = await createAudience(api, '7000000000000000009');
    expect([foreign.status, foreign.body]).toMatchObject([403, { code: 'ad_account_not_connected' }]);
    const unknown = await api.get('/api/ads/audiences/0199a2b0-0000-7000-8000-000000000000');
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'audience_not_found' }]);
    await createAudience(api, accountId, { name: 'Taken' });
    const taken = await createAudience(api, accountId, { name: 'Taken' });
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'audience_name_taken' }]);
  });
});
