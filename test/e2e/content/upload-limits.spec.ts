import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { fixture } from '../../../src/content/uploads/media/testing/mp4.js';
import { connectAccount } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { tusCall } from '../../support/tus.js';
import { streamUpload, upload } from '../../support/given/uploads.js';

const CLIP_BYTES = 348_535;
const [SMALL, SMALLER, NARROW] = ['org-small-files', 'org-smaller-files', 'org-narrow'];
const [ANNOUNCED, PIECES, FULL, SLOW] = ['org-announced', 'org-pieces', 'org-full', 'org-slow'];
const limits = {
  [SMALL]: { maxBytes: 1000 },
  [SMALLER]: { maxBytes: 1000 },
  // Room for two clips.
  [NARROW]: { maxStagedBytes: 2 * CLIP_BYTES + 1000 },
  [ANNOUNCED]: { maxStagedBytes: 5_000_000_000 },
  [PIECES]: { maxStagedBytes: 2 * CLIP_BYTES + 1000 },
  [FULL]: { maxStagedBytes: 4_000_000 },
  [SLOW]: { maxStagedBytes: 4_000_000 },
};
const connector = useConnector({ environment: { UPLOAD_LIMITS: JSON.stringify(limits) } });

async function organisation(id: string) {
  const username = `user_${Math.random().toString(36).slice(2, 10)}`;
  await connector().sandbox.control('/accounts', { username });
  const api = connector().api(id);
  await connectAccount(api, { account: username });
  return api;
}

/** Returns the quota that active uploads of the organisation have reserved. */
async function bytesReserved(id: string): Promise<number> {
  const [row] = await connector().database.query<{ bytes: number }>(
    'SELECT coalesce(sum(bytes), 0)::int AS bytes FROM upload_reservations WHERE organisation_id = $1',
    [id],
  );
  return row?.bytes ?? 0;
}

describe('limits per organisation', () => {
  it('apply to one organisation only', async () => {
    const small = await organisation(SMALL);
    const { api: other } = await connector().tenant();

    const refused = await upload<ProblemBody>(small, (await begin(small)).uploadUrl, await clip(), 'raw');
    const received = await upload(other, (await begin(other)).uploadUrl, await clip(), 'raw');

    expect(refused).toMatchObject({ status: 413, body: { code: 'upload_too_large' } });
    expect(refused.body.detail).toContain('1 KB');
    expect(received.status).toBe(200);
  });

  it('count staged files and active uploads together, and free quota after publishing', async () => {
    const api = await organisation(NARROW);
    const posts = [await begin(api), await begin(api), await begin(api), await begin(api)];
    const urls = posts.map(({ uploadUrl }) => uploadUrl);
    const active = new PassThrough();
    expect((await upload(api, urls[0] ?? '', await clip(), 'raw')).status).toBe(200);

    // An active upload uses part of the remaining quota.
    const second = streamUpload({ uploadUrl: urls[1] ?? '', form: 'raw', source: active });
    active.write((await clip()).subarray(0, CLIP_BYTES - 10));
    await eventually(async () => (await bytesReserved(NARROW)) >= CLIP_BYTES - 10);
    const third = await upload<ProblemBody>(api, urls[2] ?? '', await clip(), 'raw');
    expect(third).toMatchObject({ status: 507, body: { code: 'staging_full' } });
    active.end((await clip()).subarray(CLIP_BYTES - 10));

    expect((await second).status).toBe(200);
    const full = await upload<ProblemBody>(api, urls[2] ?? '', await clip(), 'raw');
    expect(full.body).toMatchObject({ status: 507, code: 'staging_full' });
    expect(full.body.detail).toMatch(/697 KB of its 698 KB upload quota/);
    expect(await statusOf(api, posts[2]?.publishId ?? '')).toMatchObject({ status: 'awaiting_upload' });

    const { publishId } = posts[0] ?? { publishId: '' };
    await api.provider('publish-video', { publishId });
    await eventually(async () => (await upload(api, urls[3] ?? '', await clip(), 'raw')).status === 200);
  });
});

describe('upload quota', () => {
  it('ignores announced sizes: twelve announced files of 4 GB block no upload', async () => {
    const api = await organisation(ANNOUNCED);
    for (let announcement = 0; announcement < 12; announcement += 1) {
      const { tusUrl } = await begin(api);
      const announced = await tusCall('POST', tusUrl, { 'upload-length': '4000000000' });
      expect(announced.status).toBe(201);
    }

    expect(await bytesReserved(ANNOUNCED)).toBe(0);
    expect((await upload(api, (await begin(api)).uploadUrl, await clip(), 'raw')).status).toBe(200);
  });

  it('rejects a piece of a resumable upload that does not fit, and accepts it later', async () => {
    const api = await organisation(PIECES);
    const bytes = await clip();
    const posts = [await begin(api), await begin(api), await begin(api)];
    for (const { tusUrl } of posts) await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) });
    const send = (post: number) =>
      tusCall('PATCH', posts[post]?.tusUrl ?? '', { 'upload-offset': '0' }, bytes);

    const [first, second, third] = [await send(0), await send(1), await send(2)];

    expect([first?.status, second?.status]).toEqual([204, 204]);
    expect(third).toMatchObject({ status: 507, problem: { code: 'staging_full' } });
    await api.provider('cancel-publication', { publishId: posts[0]?.publishId });
    await eventually(async () => (await send(2)).status === 204);
    expect(await statusOf(api, posts[2]?.publishId ?? '')).toMatchObject({ status: 'ready' });
    expect(await bytesReserved(PIECES)).toBe(0);
  });

  it('rejects an announced size that does not fit now', async () => {
    const api = await organisation(FULL);
    const { tusUrl } = await begin(api);

    const refused = await tusCall('POST', tusUrl, { 'upload-length': '4000001' });

    expect(refused).toMatchObject({ status: 507, problem: { code: 'staging_full' } });
    expect((await tusCall('POST', tusUrl, { 'upload-length': '4000000' })).status).toBe(201);
  });

  it('lets an upload pass ten uploads that stall after their first bytes', async () => {
    const api = await organisation(SLOW);
    const head = (await clip()).subarray(0, 1000);
    const sources = Array.from({ length: 10 }, () => new PassThrough());
    const running = [];
    for (const source of sources) {
      const { uploadUrl } = await begin(api);
      running.push(streamUpload({ uploadUrl, form: 'raw', source }));
      source.write(head);
    }
    await eventually(async () => (await bytesReserved(SLOW)) >= 10 * head.length);

    expect((await upload(api, (await begin(api)).uploadUrl, await clip(), 'raw')).status).toBe(200);
    for (const source of sources) source.end((await clip()).subarray(1000, 2000));
    await Promise.all(running);
  });
});

async function photo() {
  const { api } = await connector().tenant();
  const { publishId, uploadUrl } = await begin(api);
  await connector().database.query(`UPDATE publications SET kind = 'photo' WHERE id = '${publishId}'`);
  return { api, publishId, uploadUrl };
}

const jpeg = () => fixture('photo-1080.jpg');

describe('photo upload', () => {
  it('accepts a JPEG', async () => {
    const { api, uploadUrl } = await photo();

    expect((await upload(api, uploadUrl, await jpeg(), 'raw')).body).toMatchObject({
      mediaType: 'image/jpeg',
      status: 'ready',
    });
  });

  it('rejects a PNG with a reason, and a video', async () => {
    const { api, uploadUrl } = await photo();
    const png = Buffer.from('\u0089PNG\r\n\u001a\n and so on', 'latin1');

    const refused = await upload<ProblemBody>(api, uploadUrl, png, 'multipart');

    expect(refused).toMatchObject({ status: 415, body: { code: 'not_a_photo' } });
    expect(refused.body.detail).toContain('PNG');
    expect((await upload(api, uploadUrl, await clip(), 'raw')).status).toBe(415);
    expect((await upload(api, uploadUrl, await jpeg(), 'raw')).status).toBe(200);
  });

  it.each([
    [19_999_999, 200],
    [20_000_000, 200],
    [20_000_001, 413],
    [20_500_000, 413],
    [20_971_520, 413],
    [20_971_521, 413],
  ])('returns for %i bytes the status %i, like validate-publication', async (sizeBytes, expected) => {
    const { api, uploadUrl } = await photo();
    const form = { title: 'x', kind: 'photo', privacyLevel: 'PUBLIC_TO_EVERYONE', media: [{ sizeBytes }] };

    const checked = await api.provider<{ problems: { rule: string }[] }>('validate-publication', form);
    const bytes = Buffer.concat([await jpeg(), Buffer.alloc(sizeBytes)]).subarray(0, sizeBytes);
    const sent = await upload(api, uploadUrl, bytes, 'raw');

    expect(sent.status).toBe(expected);
    expect(checked.body.problems.map(({ rule }) => rule)).toEqual(
      expected === 200 ? [] : ['photo_too_large'],
    );
  });
});

it('reports the upload limit of the organisation in validate-publication', async () => {
  const api = await organisation(SMALLER);
  const form = { title: 'x', privacyLevel: 'PUBLIC_TO_EVERYONE' };
  const check = async (more: object) =>
    (await api.provider<{ problems: object[] }>('validate-publication', { ...form, ...more })).body.problems;

  expect(await check({ media: [{ sizeBytes: 1000 }] })).toEqual([]);
  expect(await check({ media: [{ sizeBytes: 1001 }] })).toMatchObject([
    { rule: 'upload_too_large', field: 'media[0].sizeBytes', value: 1001, limit: 1000 },
  ]);
  // Files that TikTok fetches are not uploaded.
  const videoUrl = 'https://media.example.com/a.mp4';
  expect(await check({ videoUrl, media: [{ sizeBytes: 1001 }] })).toMatchObject([{ field: 'videoUrl' }]);
});
