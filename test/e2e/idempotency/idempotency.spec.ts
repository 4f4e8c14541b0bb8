import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { IdempotencyJanitor } from '../../../src/idempotency/idempotency-janitor.js';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { RETURN_URL } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { ready, untilStatus, type Begun } from '../../support/given/publications.js';
import { RawHttp } from '../../support/raw-http.js';

const connector = useConnector({
  // For photos.
  environment: { MEDIA_PUBLIC_URL: 'https://connector.example.com', TIKTOK_VERIFIED_URLS: 'example.com' },
});
const POST = { title: 'New product drop', caption: 'Spring', privacyLevel: 'SELF_ONLY' };

afterEach(() => connector().moveClock(0));

function keyed(api: ApiClient, key: string = randomUUID()): ApiClient {
  return api.with({ 'idempotency-key': key });
}

async function publications(api: ApiClient): Promise<number> {
  return (await api.get<PageBody<unknown>>('/api/publications?limit=200')).body.items.length;
}

describe('Idempotency-Key', () => {
  it('replays the response to the same body, and creates one publication', async () => {
    const { api } = await connector().tenant();
    const caller = keyed(api);

    const first = await caller.provider<Begun>('init-video-upload', POST);
    const again = await caller.provider<Begun>('init-video-upload', POST);
    const reordered = await caller.provider<Begun>(
      'init-video-upload',
      Object.fromEntries(Object.entries(POST).toReversed()),
    );

    expect(first).toMatchObject({ status: 200, body: { publishId: expect.any(String) } });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    for (const { status, body, headers } of [again, reordered]) {
      expect([status, body]).toEqual([200, first.body]);
      expect(headers.get('idempotency-replayed')).toBe('true');
    }
    expect(await publications(api)).toBe(1);
  });

  it('creates one publication for fifty concurrent requests, which get it or 409 with Retry-After', async () => {
    const { api } = await connector().tenant();
    const caller = keyed(api);

    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        caller.provider<Partial<Pick<Begun, 'publishId'> & Pick<ProblemBody, 'code'>>>(
          'init-video-upload',
          POST,
        ),
      ),
    );

    const good = answers.filter(({ status }) => status === 200);
    expect(good.length).toBeGreaterThan(0);
    expect(new Set(good.map(({ body }) => body.publishId)).size).toBe(1);
    for (const { status, body, headers } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body.code]).toEqual([409, 'idempotency_in_progress']);
      expect(headers.get('retry-after')).toBe('1');
    }
    expect(await publications(api)).toBe(1);
  });

  it('rejects another body, and creates nothing', async () => {
    const { api } = await connector().tenant();
    const caller = keyed(api);
    await caller.provider('init-video-upload', POST);

    const other = await caller.provider<ProblemBody>('init-video-upload', { ...POST, title: 'Another' });

    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await publications(api)).toBe(1);
  });

  it('is independent per organisation and route', async () => {
    const [one, other] = [await connector().tenant(), await connector().tenant()];
    const key = randomUUID();

    const mine = await keyed(one.api, key).provider<Begun>('init-video-upload', POST);
    const theirs = await keyed(other.api, key).provider<Begun>('init-video-upload', POST);
    const photos = await keyed(one.api, key).provider<Begun>('init-photo-upload', { ...POST, photoCount: 1 });

    expect(new Set([mine, theirs, photos].map(({ body }) => body.publishId)).size).toBe(3);
    expect([theirs.status, photos.status]).toEqual([200, 200]);
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
  });

  it('ignores the spelling of the path, but not the query', async () => {
    const { api } = await connector().tenant();
    const caller = keyed(api).withoutContract();
    const path = '/api/upstream/call/tiktok-provider/init-video-upload';

    const first = await caller.post<Begun>(path, POST);
    const slash = await caller.post<Begun>(`${path}/`, POST);
    const encoded = await caller.post<Begun>(path.replace('init', '%69nit'), POST);
    const other = await caller.post<ProblemBody>(`${path}?draft=1`, POST);

    expect([slash.body, encoded.body]).toEqual([first.body, first.body]);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('allows a corrected body under the same key after an error', async () => {
    const api = connector().api();
    const caller = keyed(api);

    expect((await caller.provider('init-video-upload', { ...POST, title: '' })).status).toBe(400);
    const refused = await caller.provider<ProblemBody>('init-video-upload', POST);
    expect(refused).toMatchObject({ status: 409, body: { code: 'no_integration' } });

    expect((await caller.provider<ProblemBody>('init-video-upload', POST)).body.code).toBe('no_integration');
  });

  it('is free again after an internal error', async () => {
    const { api } = await connector().tenant();
    const caller = keyed(api);
    await connector().database.query(
      'ALTER TABLE publications ADD CONSTRAINT no_boom CHECK (title <> $$boom$$)',
    );

    const failed = await caller.provider('init-video-upload', { ...POST, title: 'boom' });
    await connector().database.query('ALTER TABLE publications DROP CONSTRAINT no_boom');
    const again = await caller.provider<Begun>('init-video-upload', { ...POST, title: 'boom' });

    expect([failed.status, again.status]).toEqual([500, 200]);
    expect(again.headers.get('idempotency-replayed')).toBeNull();
    expect(await publications(api)).toBe(1);
  });

  it('expires after a day', async () => {
    const { api, organisationId } = await connector().tenant();
    const caller = keyed(api);
    const clean = () => connector().app.get(IdempotencyJanitor).clean();
    const first = await caller.provider<Begun>('init-video-upload', POST);

    connector().moveClock(24 * 3600 - 60);
    await clean();
    const within = await caller.provider<Begun>('init-video-upload', POST);
    connector().moveClock(24 * 3600 + 60);
    const after = await caller.provider<Begun>('init-video-upload', POST);
    connector().moveClock(49 * 3600);
    await clean();

    expect(within.body).toEqual(first.body);
    expect(after.body.publishId).not.toBe(first.body.publishId);
    expect(await rowsOf(organisationId)).toEqual([]);
  });

  it('stores neither the key nor the links of the response in plain text', async () => {
    const { api, organisationId } = await connector().tenant();
    const key = randomUUID();
    const { body } = await keyed(api, key).provider<Begun>('init-video-upload', POST);

    const [row] = await rowsOf(organisationId);

    const stored = [row?.answer, row?.key_hash, Buffer.from(JSON.stringify(row))].map((one) =>
      one?.toString('latin1'),
    );
    for (const secret of [key, body.publishId, new URL(body.uploadUrl).searchParams.get('signature') ?? '?'])
      expect(stored.join()).not.toContain(secret);
  });

  it('rejects a request whose stored response is unreadable, and does not repeat its work', async () => {
    const { api, organisationId } = await connector().tenant();
    const caller = keyed(api);
    await caller.provider('init-video-upload', POST);
    await connector().database.query(
      'UPDATE idempotency_keys SET answer = set_byte(answer, 0, 255 - get_byte(answer, 0)) WHERE organisation_id = $1',
      [organisationId],
    );

    const again = await caller.provider<ProblemBody>('init-video-upload', POST);

    expect(again).toMatchObject({ status: 409, body: { code: 'idempotency_answer_lost' } });
    expect(await publications(api)).toBe(1);
  });
});

describe('Idempotency-Key of a dead or suspended process', () => {
  it('lets the next request do the work after the lease', async () => {
    const { api, organisationId } = await connector().tenant();
    const caller = keyed(api);
    const first = await caller.provider<Begun>('init-video-upload', POST);
    await connector().database.query('DELETE FROM publications WHERE id = $1', [first.body.publishId]);

    await abandon(organisationId, -60);
    const early = await caller.provider<ProblemBody>('init-video-upload', POST);
    await abandon(organisationId, 1);
    const other = await caller.provider<ProblemBody>('init-video-upload', { ...POST, title: 'Another' });
    const late = await caller.provider<Begun>('init-video-upload', POST);

    expect([early.status, early.body.code]).toEqual([409, 'idempotency_in_progress']);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(late.status).toBe(200);
    expect(await publications(api)).toBe(1);
  });

  it('creates nothing in a slow process after another one has taken over', async () => {
    const { api, organisationId } = await connector().tenant();
    const caller = keyed(api);
    const blocker = connector().app.get(DataSource).createQueryRunner();
    await blocker.connect();
    await blocker.startTransaction();
    await blocker.query(`SELECT set_config('app.system_reason', 'a test', true)`);
    await blocker.query('LOCK TABLE publication_media IN SHARE MODE');

    const slow = caller.provider<ProblemBody>('init-video-upload', POST);
    await eventually(async () => (await rowsOf(organisationId)).length === 1);
    await abandon(organisationId, 1);
    const second = caller.provider<Begun>('init-video-upload', POST);
    await eventually(async () => (await leases(organisationId)) > 0);
    await blocker.rollbackTransaction();
    await blocker.release();

    const answers = [await slow, await second];
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await publications(api)).toBe(1);
  });
});

describe('Idempotency-Key header', () => {
  it.each([
    ['empty', ''],
    ['with a space', 'a b'],
    ['beyond ASCII', 'ü'],
    ['too long', 'x'.repeat(256)],
    ['two of them', 'a, b'],
  ])('rejects a malformed key (%s)', async (_why, key) => {
    const { api } = await connector().tenant();
    const token = connector().token('acme');
    const answer =
      key === ''
        ? await rawPost(`orgid: acme\r\nauthorization: Bearer ${token}\r\nidempotency-key: \r\n`)
        : await keyed(api, Buffer.from(key).toString('latin1')).provider<ProblemBody>(
            'init-video-upload',
            POST,
          );

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_malformed', errors: [{ field: 'idempotency-key' }] },
    });
  });

  it.each([
    ['of 255 characters', 'x'.repeat(255)],
    ['in quotation marks', '"8e03978e-40d5-43dd-bc93-6894a57f9324"'],
    ['of punctuation', '~!@#$%^&*()'],
  ])('accepts a key %s', async (_what, key) => {
    const { api } = await connector().tenant();

    expect((await keyed(api, key).provider('init-video-upload', POST)).status).toBe(200);
  });

  it('is honoured by every operation that changes posts or connections', async () => {
    const { api, integrationId } = await connector().tenant();
    const publishId = await ready(api);
    const failing: [string, unknown][] = [
      ['/api/upstream/call/tiktok-provider/get-auth-url', { scopes: ['video.list'], returnUrl: RETURN_URL }],
      ['/api/upstream/call/tiktok-provider/get-ads-auth-url', { returnUrl: RETURN_URL }],
      ['/api/upstream/call/tiktok-provider/init-photo-upload', { ...POST, photoCount: 1 }],
      ['/api/upstream/call/tiktok-provider/edit-publication', { publishId, title: 'Another title' }],
      ['/api/upstream/call/tiktok-provider/publish-video', { publishId }],
      ['/api/sync/trigger', { platform: 'tiktok', syncType: 'all' }],
    ];
    for (const [path, body] of failing) {
      const caller = keyed(api);
      const first = await caller.post(path, body);
      const again = await caller.post(path, body);
      expect([path, first.status, first.headers.get('idempotency-replayed')]).toEqual([
        path,
        expect.any(Number),
        null,
      ]);
      expect([path, first.status < 300, first.body]).toEqual([path, true, expect.anything()]);
      expect([path, again.status, again.body]).toEqual([path, first.status, first.body]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect((await caller.post(path, { ...(body as object), extra: 1 })).status).toBe(422);
    }
    await untilStatus(api, publishId, 'public');
    const cancelled = await ready(api);
    const caller = keyed(api);
    const [one, two] = [
      await caller.provider('cancel-publication', { publishId: cancelled }),
      await caller.provider('cancel-publication', { publishId: cancelled }),
    ];
    expect([one.status, two.status, two.body]).toEqual([200, 200, one.body]);
    const disconnecting = keyed(api);
    const path = `/api/integrations/${integrationId}/disconnect`;
    expect((await disconnecting.post(path, {})).status).toBe(202);
    expect((await disconnecting.post(path, {})).headers.get('idempotency-replayed')).toBe('true');
  });

  it('is ignored by operations that only read', async () => {
    const { api } = await connector().tenant();
    const publishId = await ready(api);
    const caller = keyed(api);
    const before = await caller.provider('get-publish-status', { publishId });
    await api.provider('cancel-publication', { publishId });

    const after = await caller.provider('get-publish-status', { publishId });

    expect([before.body.status, after.body.status]).toEqual(['ready', 'cancelled']);
  });

  it('creates one OAuth state, not two', async () => {
    const api = connector().api();
    const caller = keyed(api);
    const body = { scopes: ['video.list'], returnUrl: RETURN_URL };

    const urls = [
      await caller.provider('get-auth-url', body),
      await caller.provider('get-auth-url', body),
    ].map((answer) => answer.body.authUrl);

    expect(urls[0]).toBe(urls[1]);
  });
});

interface Row extends Record<string, unknown> {
  key_hash: Buffer;
  answer: Buffer | null;
}

function rowsOf(organisationId: string): Promise<Row[]> {
  return connector().database.query<Row>('SELECT * FROM idempotency_keys WHERE organisation_id = $1', [
    organisationId,
  ]);
}

/** Leaves the rows in the state of a killed process. @param secondsAgo when its lease ended */
async function abandon(organisationId: string, secondsAgo: number): Promise<void> {
  await connector().database.query(
    `UPDATE idempotency_keys SET status = NULL, answer = NULL, held_until = now() - $2 * interval '1 second'
     WHERE organisation_id = $1`,
    [organisationId, secondsAgo],
  );
}

/** The number of leases held now. */
async function leases(organisationId: string): Promise<number> {
  const rows = await connector().database.query(
    'SELECT 1 FROM idempotency_keys WHERE organisation_id = $1 AND held_until > now()',
    [organisationId],
  );
  return rows.length;
}

/** Sends headers that fetch would not. */
async function rawPost(headers: string): Promise<{ status: number; body: ProblemBody }> {
  const connection = await RawHttp.to(connector().url);
  const path = '/api/upstream/call/tiktok-provider/init-video-upload';
  connection.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n${headers}\r\n`,
  );
  const [top = '', body = ''] = (await connection.closed()).split('\r\n\r\n');
  return { status: Number(top.split(' ')[1]), body: JSON.parse(body) as ProblemBody };
}
