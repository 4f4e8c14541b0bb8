import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { fixture } from '../../../src/content/uploads/media/testing/mp4.js';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { tusCall } from '../../support/tus.js';
import { upload } from '../../support/given/uploads.js';

const connector = useConnector({
  environment: { MEDIA_PUBLIC_URL: 'https://connector.example.com', TIKTOK_VERIFIED_URLS: 'example.com' },
});

let holder: Client | undefined;
afterEach(async () => {
  await holder?.end();
  holder = undefined;
});

/** Takes locks in a transaction that ends after the test. */
async function hold(sql: string, values: unknown[]): Promise<void> {
  holder = new Client({ connectionString: connector().database.ownerUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(sql, values);
}

const STAGING = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const ROW = 'SELECT id FROM publications WHERE id = $1 FOR UPDATE';

/** The slowest of ten requests of another tenant, in milliseconds. */
async function slowestOf(api: ApiClient): Promise<number> {
  let slowest = 0;
  for (let call = 0; call < 10; call += 1) {
    const begun = performance.now();
    expect((await api.get('/api/publications')).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return slowest;
}

// Undisturbed requests take about 20 ms. With all connections taken, they used to take as long as the lock was held.
const FAST_MS = 1_500;

describe('A tenant that waits for a lock', () => {
  it('does not slow down other tenants while its uploads wait for their quota and end with 409', async () => {
    const { api, organisationId } = await connector().tenant();
    const { api: other } = await connector().tenant();
    const { uploadUrl } = await begin(api);
    await hold(STAGING, [`staging:${organisationId}`]);

    const bytes = await clip();
    const uploads = Array.from({ length: 30 }, () => upload<ProblemBody>(api, uploadUrl, bytes, 'raw'));
    const slowest = await slowestOf(other);
    const answers = await Promise.all(uploads);

    expect(slowest).toBeLessThan(FAST_MS);
    expect([...new Set(answers.map(({ status, body }) => `${status} ${body.code}`))]).toEqual([
      '409 change_in_progress',
    ]);
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
    expect(await connector().stagedFiles()).toEqual([]);
  }, 30_000);

  it('does not slow down other tenants while a resumable upload waits for its quota, and continues afterwards', async () => {
    const { api, organisationId } = await connector().tenant();
    const { tusUrl } = await begin(api);
    const bytes = await clip();
    expect((await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) })).status).toBe(201);
    await hold(STAGING, [`staging:${organisationId}`]);

    const refused = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);
    await holder?.query('ROLLBACK');
    const taken = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);

    expect(refused).toMatchObject({ status: 409, problem: { code: 'change_in_progress' } });
    expect(taken.status).toBe(204);
  }, 30_000);

  it.each([
    ['edit-publication', { title: 'other' }],
    ['cancel-publication', {}],
    ['publish-video', {}],
  ])(
    'does not slow down other tenants while %s waits for a locked publication',
    async (action, more) => {
      const { api } = await connector().tenant();
      const { api: other } = await connector().tenant();
      const publishId = await ready(api);
      await hold(ROW, [publishId]);

      const calls = Array.from({ length: 20 }, () =>
        api.provider<ProblemBody>(action, { publishId, ...more }),
      );
      const slowest = await slowestOf(other);
      const answers = await Promise.all(calls);

      expect(slowest).toBeLessThan(FAST_MS);
      expect([...new Set(answers.map(({ status, body }) => `${status} ${body.code}`))]).toEqual([
        '409 change_in_progress',
      ]);
    },
    30_000,
  );
});

it('publishes a post that had to wait long for TikTok’s limits', async () => {
  const { api, integrationId } = await connector().tenant();
  const [row] = await connector().database.query<{ open_id: string }>(
    'SELECT open_id FROM integrations WHERE id = $1',
    [integrationId],
  );
  const publishId = await ready(api);
  await hold(STAGING, [`quota:account:${row?.open_id}`]);

  await api.provider('publish-video', { publishId });
  // Longer than one attempt waits for the lock.
  await sleep(7_000);
  expect((await statusOf(api, publishId)).status).toBe('publishing');
  await holder?.query('ROLLBACK');

  expect((await untilStatus(api, publishId, 'public')).postIds).toHaveLength(1);
}, 40_000);

it('keeps a resumable upload whose publication is locked at the last byte, and completes it on the next request', async () => {
  const { api } = await connector().tenant();
  const { publishId, tusUrl } = await begin(api);
  const bytes = await clip();
  const length = String(bytes.length);
  expect((await tusCall('POST', tusUrl, { 'upload-length': length })).status).toBe(201);
  await hold(ROW, [publishId]);

  const refused = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);
  await holder?.query('ROLLBACK');
  const { status, headers } = await tusCall('HEAD', tusUrl, {});

  expect(refused.status).toBe(409);
  expect(status).toBe(200);
  const offset = headers.get('upload-offset') ?? '';
  if (offset !== length)
    await tusCall('PATCH', tusUrl, { 'upload-offset': offset }, bytes.subarray(Number(offset)));
  await untilStatus(api, publishId, 'ready');
}, 30_000);

it('accepts concurrent uploads of one organisation within its quota', async () => {
  const { api } = await connector().tenant();
  const photos = await api.provider<{ uploadUrls: string[] }>('init-photo-upload', {
    title: 'many',
    photoCount: 20,
    privacyLevel: 'PUBLIC_TO_EVERYONE',
  });
  const bytes = await fixture('photo-1080.jpg');

  const answers = await Promise.all(photos.body.uploadUrls.map((url) => upload(api, url, bytes, 'raw')));

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});
