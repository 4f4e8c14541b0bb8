import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { clip, largeVideo, sha256, type VideoFile } from '../../support/media.js';
import { begin, statusOf } from '../../support/publishing.js';
import { offsetOf, tusCall, tusUpload } from '../../support/tus.js';
import { upload } from '../../support/uploads.js';

const MAX_BYTES = 80_000_000;
const PAGE = 'https://admin.example';
const connector = useConnector({ environment: { MAX_UPLOAD_BYTES: String(MAX_BYTES), CORS_ORIGINS: PAGE } });

let video: VideoFile;
beforeAll(async () => {
  video = await largeVideo(70_000_000);
});
afterAll(() => video.remove());

async function begun() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

async function created(size: number) {
  const publication = await begun();
  const { status } = await tusCall('POST', publication.tusUrl, { 'upload-length': String(size) });
  expect(status).toBe(201);
  return publication;
}

/** Each test leaves the store empty. */
async function staged(): Promise<string[]> {
  const names = await connector().stagedFiles();
  for (const name of names) await rm(`${connector().config.dataDir}/uploads/${name}`);
  return names;
}

describe('A resumable upload', () => {
  it('of 70 MB that is cut again and again goes on where it was, and is the same file', async () => {
    const { api, publishId, tusUrl } = await begun();
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
    // One file, and none of its pieces.
    expect(await staged()).toHaveLength(1);
  }, 60_000);

  it('answers HEAD with the whole length after its end, whatever became of the last answer', async () => {
    const bytes = await clip();
    const { tusUrl } = await created(bytes.length);
    expect((await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes)).status).toBe(204);

    const { headers, status } = await tusCall('HEAD', tusUrl);

    expect([status, headers.get('upload-offset')]).toEqual([200, String(bytes.length)]);
    expect((await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes)).status).toBe(409);
    expect((await tusCall('DELETE', tusUrl)).problem?.code).toBe('upload_already_received');
    expect(await staged()).toHaveLength(1);
  });

  it('has one address from its creation on, at PUBLIC_URL, and tells until when', async () => {
    const { tusUrl } = await begun();

    const { headers } = await tusCall('POST', tusUrl, { 'upload-length': '100', host: 'elsewhere.example' });

    expect(headers.get('location')).toBe(tusUrl);
    expect(new URL(tusUrl).origin).toBe(connector().url);
    const expires = Number(new URL(tusUrl).searchParams.get('expires'));
    expect(Date.parse(headers.get('upload-expires') ?? '')).toBe(expires * 1000);
  });

  it('is one at a time for a file: a second one is refused, and does not disturb the first', async () => {
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

  it('takes of two equal pieces at once one', async () => {
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

  it('can be given up and begun again', async () => {
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

  it('may be overtaken by the same file at the uploadUrl', async () => {
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

describe('A resumable upload is refused', () => {
  it('when it is no video, at its first bytes or at its end, and nothing is kept', async () => {
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

  it('when it announces more than is allowed, or sends more than it has announced', async () => {
    const { tusUrl } = await begun();
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
    ['an offset that is no number', { 'upload-offset': 'x' }, 400],
    ['an offset of twenty digits', { 'upload-offset': '99999999999999999999' }, 400],
    ['an offset with a fraction', { 'upload-offset': '0.5' }, 400],
    ['no offset', {}, 403],
    ['another version', { 'upload-offset': '0', 'tus-resumable': '0.2.2' }, 400],
    ['no version', { 'upload-offset': '0', 'tus-resumable': '' }, 412],
    ['another type', { 'upload-offset': '0', 'content-type': 'video/mp4' }, 400],
  ])('with %s, and stays as it is', async (_name, headers: Record<string, string>, expected) => {
    const { tusUrl } = await created(1000);

    const { status, problem, headers: answered } = await tusCall('PATCH', tusUrl, headers, Buffer.alloc(10));

    expect([status, typeof problem?.code]).toEqual([expected, 'string']);
    expect(answered.get('tus-resumable')).toBe('1.0.0');
    expect(await offsetOf(tusUrl)).toBe(0);
  });

  it.each([
    ['no length', {}, 400],
    ['a length to be told later', { 'upload-defer-length': '1' }, 501],
    ['no bytes', { 'upload-length': '0' }, 400],
    ['a negative length', { 'upload-length': '-1' }, 400],
    ['parts in parallel', { 'upload-length': '5', 'upload-concat': 'partial' }, 501],
  ])('when it begins with %s', async (_name, headers: Record<string, string>, expected) => {
    const { tusUrl } = await begun();

    expect((await tusCall('POST', tusUrl, headers)).status).toBe(expected);
    expect((await tusCall('HEAD', tusUrl)).status).toBe(404);
  });

  it('at a link that was altered, is of another file or of the other way, or has expired', async () => {
    const [mine, other] = [await begun(), await begun()];
    const foreign = new URL(mine.tusUrl);
    foreign.pathname = new URL(other.tusUrl).pathname;
    const ofTheOtherWay = new URL(mine.uploadUrl);
    ofTheOtherWay.pathname += '/tus';
    const length = { 'upload-length': '100' };

    for (const url of [
      foreign.href,
      ofTheOtherWay.href,
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

describe('A page of an allowed origin', () => {
  it('may upload resumably, and read what the client needs', async () => {
    const { tusUrl } = await begun();
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

  it('of another origin is told nothing', async () => {
    const { tusUrl } = await begun();

    const { headers } = await tusCall('POST', tusUrl, {
      'upload-length': '100',
      origin: 'https://evil.example',
    });

    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
