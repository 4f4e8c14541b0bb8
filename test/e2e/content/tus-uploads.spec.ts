import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { clip, largeVideo, sha256, type VideoFile } from '../../support/given/videos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { offsetOf, tusCall, tusUpload } from '../../support/tus.js';
import { upload } from '../../support/given/uploads.js';

const MAX_BYTES = 80_000_000;
const PAGE = 'https://admin.example';
const connector = useConnector({ environment: { MAX_UPLOAD_BYTES: String(MAX_BYTES), CORS_ORIGINS: PAGE } });

let video: VideoFile;
beforeAll(async () => {
  video = await largeVideo(70_000_000);
});
afterAll(() => video.remove());

async function started() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

async function created(size: number) {
  const publication = await started();
  const { status } = await tusCall('POST', publication.tusUrl, { 'upload-length': String(size) });
  expect(status).toBe(201);
  return publication;
}

/** Empties the staging store after a test. */
async function staged(): Promise<string[]> {
  const names = await connector().stagedFiles();
  for (const name of names) await rm(`${connector().config.dataDir}/uploads/${name}`);
  return names;
}

describe('resumable upload', () => {
  it('resumes a file of 70 MB after several interruptions, byte for byte', async () => {
    const { api, publishId, tusUrl } = await started();
    const seen: number[] = [];
    for (const limit of [5_000_000, 30_000_000, 60_000_000]) {
      let abort: (() => Promise<void>) | undefined;
      await new Promise<void>((resolve) => {
        const running = tusUpload(tusUrl, video, {
          onProgress: (sent) => {
            if (sent < limit) return;
            void abort?.().then(resolve);
          },
        });
        ({ abort } = running);
      });
      seen.push(await offsetOf(tusUrl));
    }
    await tusUpload(tusUrl, video).done;

    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toBeGreaterThan(0);
    expect(await statusOf(api, publishId)).toMatchObject({
      status: 'ready',
      progress: { totalBytes: video.size },
    });
    const [row] = await connector().database.query<{ sha256: string; media_type: string }>(
      `SELECT sha256, media_type FROM publication_media WHERE publication_id = '${publishId}'`,
    );
    expect(row).toEqual({ sha256: video.sha256, media_type: 'video/mp4' });
    // One file and no pieces.
    expect(await staged()).toHaveLength(1);
  }, 60_000);

  it('returns the full length to HEAD after completion', async () => {
    const bytes = await clip();
    const { tusUrl } = await created(bytes.length);
    expect((await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes)).status).toBe(204);

    const { headers, status } = await tusCall('HEAD', tusUrl);

    expect([status, headers.get('upload-offset')]).toEqual([200, String(bytes.length)]);
    expect((await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes)).status).toBe(409);
    expect((await tusCall('DELETE', tusUrl)).problem?.code).toBe('upload_already_received');
    expect(await staged()).toHaveLength(1);
  });

  it('keeps its URL at PUBLIC_URL and returns its expiry', async () => {
    const { tusUrl } = await started();

    const { headers } = await tusCall('POST', tusUrl, { 'upload-length': '100', host: 'elsewhere.example' });

    expect(headers.get('location')).toBe(tusUrl);
    expect(new URL(tusUrl).origin).toBe(connector().url);
    const expires = Number(new URL(tusUrl).searchParams.get('expires'));
    expect(Date.parse(headers.get('upload-expires') ?? '')).toBe(expires * 1000);
  });

  it('rejects a second upload of the same file and keeps the first', async () => {
    const bytes = await clip();
    const { tusUrl, publishId, api } = await created(bytes.length);
    const half = Math.floor(bytes.length / 2);
    await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes.subarray(0, half));

    const second = await tusCall('POST', tusUrl, { 'upload-length': '500' });

    expect(second).toMatchObject({ status: 409, problem: { code: 'upload_under_way' } });
    expect(await offsetOf(tusUrl)).toBe(half);
    await tusCall('PATCH', tusUrl, { 'upload-offset': String(half) }, bytes.subarray(half));
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    await staged();
  });

  it('accepts one of two concurrent pieces at the same offset', async () => {
    const bytes = await clip();
    const { tusUrl } = await created(bytes.length + 1000);
    const send = () => tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);

    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status);

    expect(statuses).toContain(204);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(await offsetOf(tusUrl)).toBe(bytes.length);
    await eventually(async () => (await connector().stagedFiles()).length === 1);
    await staged();
  });

  it('can be deleted and started again', async () => {
    const bytes = await clip();
    const { api, publishId, tusUrl } = await created(bytes.length);
    await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes.subarray(0, 1000));

    expect((await tusCall('DELETE', tusUrl)).status).toBe(204);

    expect(await connector().stagedFiles()).toEqual([]);
    expect((await tusCall('HEAD', tusUrl)).status).toBe(404);
    expect((await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) })).status).toBe(201);
    expect((await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes)).status).toBe(204);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    await staged();
  });

  it('is replaced by the same file at the uploadUrl', async () => {
    const bytes = await clip();
    const { api, uploadUrl, tusUrl, publishId } = await created(bytes.length);
    await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes.subarray(0, 1000));

    expect((await upload(api, uploadUrl, bytes, 'raw')).body).toMatchObject({ sha256: sha256(bytes) });

    const rest = await tusCall('PATCH', tusUrl, { 'upload-offset': '1000' }, bytes.subarray(1000));
    expect(rest).toMatchObject({ status: 409, problem: { code: 'upload_already_received' } });
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    await staged();
  });
});

describe('invalid resumable upload', () => {
  it('returns 415 for a file that is not a video and keeps nothing', async () => {
    const page = Buffer.from('<!doctype html><title>not a video</title>');
    const { tusUrl, api, publishId } = await created(page.length);

    const wrong = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, page);
    expect((await tusCall('POST', tusUrl, { 'upload-length': '3' })).status).toBe(201);
    const short = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, Buffer.from('abc'));

    expect(wrong).toMatchObject({ status: 415, problem: { code: 'not_a_video' } });
    expect(short).toMatchObject({ status: 415, problem: { code: 'not_a_video' } });
    expect(await connector().stagedFiles()).toEqual([]);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
  });

  it('returns 413 when the announced size is too large or exceeded', async () => {
    const { tusUrl } = await started();
    const tooLarge = await tusCall('POST', tusUrl, { 'upload-length': String(MAX_BYTES + 1) });
    await tusCall('POST', tusUrl, { 'upload-length': '1000' });
    const more = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, (await clip()).subarray(0, 2000));

    expect(tooLarge).toMatchObject({ status: 413, problem: { code: 'upload_too_large' } });
    expect(more.status).toBe(413);
    expect(await connector().stagedFiles()).toEqual([]);
  });

  it.each([
    ['another offset', { 'upload-offset': '5' }, 409],
    ['a negative offset', { 'upload-offset': '-1' }, 400],
    ['an offset that is not a number', { 'upload-offset': 'x' }, 400],
    ['an offset of twenty digits', { 'upload-offset': '99999999999999999999' }, 400],
    ['an offset with a fraction', { 'upload-offset': '0.5' }, 400],
    ['no offset', {}, 403],
    ['another version', { 'upload-offset': '0', 'tus-resumable': '0.2.2' }, 400],
    ['no version', { 'upload-offset': '0', 'tus-resumable': '' }, 412],
    ['another type', { 'upload-offset': '0', 'content-type': 'video/mp4' }, 400],
  ])(
    'rejects a piece with %s and keeps the offset',
    async (_name, headers: Record<string, string>, expected) => {
      const { tusUrl } = await created(1000);

      const {
        status,
        problem,
        headers: answered,
      } = await tusCall('PATCH', tusUrl, headers, Buffer.alloc(10));

      expect([status, typeof problem?.code]).toEqual([expected, 'string']);
      expect(answered.get('tus-resumable')).toBe('1.0.0');
      expect(await offsetOf(tusUrl)).toBe(0);
    },
  );

  it.each([
    ['no length', {}, 400],
    ['a deferred length', { 'upload-defer-length': '1' }, 501],
    ['no bytes', { 'upload-length': '0' }, 400],
    ['a negative length', { 'upload-length': '-1' }, 400],
    ['parallel parts', { 'upload-length': '5', 'upload-concat': 'partial' }, 501],
  ])('rejects a creation with %s', async (_name, headers: Record<string, string>, expected) => {
    const { tusUrl } = await started();

    expect((await tusCall('POST', tusUrl, headers)).status).toBe(expected);
    expect((await tusCall('HEAD', tusUrl)).status).toBe(404);
  });

  it('rejects links that are altered, expired, for another file or for a single request', async () => {
    const [mine, other] = [await started(), await started()];
    const foreign = new URL(mine.tusUrl);
    foreign.pathname = new URL(other.tusUrl).pathname;
    const singleRequest = new URL(mine.uploadUrl);
    singleRequest.pathname += '/tus';
    const length = { 'upload-length': '100' };

    for (const url of [
      foreign.href,
      singleRequest.href,
      mine.tusUrl.replace(/signature=.{5}/, 'signature=AAAAA'),
    ])
      expect((await tusCall('POST', url, length)).problem?.code).toBe('upload_url_invalid');
    try {
      connector().moveClock(86_401);
      expect((await tusCall('POST', mine.tusUrl, length)).problem?.code).toBe('upload_url_expired');
      connector().moveClock(86_300);
      expect((await tusCall('POST', mine.tusUrl, length)).status).toBe(201);
    } finally {
      connector().moveClock(0);
    }
  });
});

describe('CORS for resumable uploads', () => {
  it('allows uploads from a configured origin and exposes the needed headers', async () => {
    const { tusUrl } = await started();
    const preflight = await fetch(tusUrl, {
      method: 'OPTIONS',
      headers: {
        origin: PAGE,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers':
          'tus-resumable,upload-offset,upload-length,upload-metadata,content-type',
      },
    });
    const { headers } = await tusCall('POST', tusUrl, { 'upload-length': '100', origin: PAGE });

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('upload-offset');
    expect(headers.get('access-control-allow-origin')).toBe(PAGE);
    for (const name of ['location', 'upload-offset', 'tus-resumable', 'upload-expires'])
      expect(headers.get('access-control-expose-headers')).toContain(name);
  });

  it('sends no headers to other origins', async () => {
    const { tusUrl } = await started();

    const { headers } = await tusCall('POST', tusUrl, {
      'upload-length': '100',
      origin: 'https://evil.example',
    });

    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
