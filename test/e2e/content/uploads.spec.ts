import { rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip, sha256 } from '../../support/given/videos.js';
import { begin, ready, statusOf } from '../../support/given/publications.js';
import { cutUpload, FORMS, streamUpload, upload } from '../../support/given/uploads.js';

const MAX_BYTES = 1_000_000;
const PART_WITHOUT_END =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n\0\0\0\u0018ftypisom and so on';
const connector = useConnector({ environment: { MAX_UPLOAD_BYTES: String(MAX_BYTES) } });

async function nothingKept(): Promise<void> {
  await eventually(async () => (await connector().stagedFiles()).length === 0);
}

async function started() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

/** Returns a file that starts like a video. */
async function videoOf(size: number): Promise<Buffer> {
  const head = await clip();
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), 7)]).subarray(0, size);
}

describe.each(FORMS)('upload as %s', (form) => {
  it('stages the file byte for byte and makes the publication ready', async () => {
    const { api, publishId, uploadUrl } = await started();
    const bytes = await clip();

    const { status, body } = await upload(api.with({ authorization: '', orgid: '' }), uploadUrl, bytes, form);

    expect(status).toBe(200);
    expect(body).toMatchObject({ publishId, sizeBytes: bytes.length, sha256: sha256(bytes) });
    expect(body.facts).toMatchObject({ codec: 'h264', width: 540, height: 960, durationSeconds: 4 });
    expect(await statusOf(api, publishId)).toMatchObject({
      status: 'ready',
      progress: { uploadedBytes: 0, totalBytes: bytes.length },
    });
    expect(await removeStaged()).toBe(1);
  });

  it('accepts a file of exactly the limit', async () => {
    const { api, uploadUrl } = await started();

    expect((await upload(api, uploadUrl, await videoOf(MAX_BYTES), form)).status).toBe(200);
    expect(await removeStaged()).toBe(1);
  });

  it.each([true, false])(
    'returns 413 beyond the limit and keeps nothing (length announced: %s)',
    async (announced) => {
      const { api, publishId, uploadUrl } = await started();
      const size = MAX_BYTES + 1;
      const source = Readable.from([await videoOf(size)]);

      const { status, body } = await streamUpload({
        uploadUrl,
        form,
        source,
        contentLength: announced ? size : undefined,
      });

      expect(status).toBe(413);
      expect(body).toMatchObject({ code: 'upload_too_large', status: 413 });
      expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
      await nothingKept();
    },
  );

  it('returns 413 for an endless stream at the limit', async () => {
    const { api, publishId, uploadUrl } = await started();
    const block = Buffer.alloc(64 * 1024, 7);
    const source = Readable.from(
      (async function* () {
        yield await clip();
        for (;;) yield block;
      })(),
    );

    const { status } = await streamUpload({ uploadUrl, form, source });

    expect(status).toBe(413);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it.each([true, false])(
    'keeps nothing of an interrupted upload, and accepts a new one (length announced: %s)',
    async (announced) => {
      const { api, publishId, uploadUrl } = await started();
      const bytes = await clip();
      const half = bytes.subarray(0, bytes.length / 2);

      await cutUpload(uploadUrl, half, announced ? bytes.length : undefined, form, () =>
        eventually(async () => (await connector().stagedFiles()).length === 1),
      );

      await nothingKept();
      expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
      const again = await upload(api, uploadUrl, bytes, form);
      expect(again).toMatchObject({ status: 200, body: { sha256: sha256(bytes) } });
      expect(await removeStaged()).toBe(1);
    },
  );

  it('returns 400 for an empty file and accepts a new one', async () => {
    const { api, publishId, uploadUrl } = await started();

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, new Uint8Array(), form);

    expect(status).toBe(400);
    expect(body.code).toBe('upload_empty');
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
    expect((await upload(api, uploadUrl, await clip(), form)).status).toBe(200);
    expect(await removeStaged()).toBe(1);
  });

  it.each([
    ['a web page', '<!doctype html><title>not a video</title>'],
    ['a PNG', '\u0089PNG\r\n\u001a\n and so on'],
    ['three bytes', 'abc'],
  ])('returns 415 for %s', async (_name, text) => {
    const { api, publishId, uploadUrl } = await started();

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, Buffer.from(text, 'latin1'), form);

    expect(status).toBe(415);
    expect(body.code).toBe('not_a_video');
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it('returns 409 for a second file and keeps the first', async () => {
    const { api, publishId, uploadUrl } = await started();
    const bytes = await clip();
    await upload(api, uploadUrl, bytes, form);

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, await videoOf(500_000), form);

    expect(status).toBe(409);
    expect(body.code).toBe('upload_already_received');
    expect((await statusOf(api, publishId)).progress?.totalBytes).toBe(bytes.length);
    expect(await removeStaged()).toBe(1);
  });

  it('accepts one of two concurrent uploads and keeps one file', async () => {
    const { api, publishId, uploadUrl } = await started();
    const sources = [new PassThrough(), new PassThrough()];
    const answers = sources.map((source) => streamUpload({ uploadUrl, form, source }));
    for (const source of sources) source.write(await clip());
    // Both start before either ends.
    await eventually(async () => (await connector().stagedFiles()).length === 2);
    for (const source of sources) source.end();

    const statuses = (await Promise.all(answers)).map(({ status }) => status);

    expect(statuses.toSorted()).toEqual([200, 409]);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    await eventually(async () => (await connector().stagedFiles()).length === 1);
    expect(await removeStaged()).toBe(1);
  });
});

describe('multipart upload', () => {
  it('returns 400 without the field "file" and keeps nothing', async () => {
    const { api, publishId, uploadUrl } = await started();

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, await clip(), 'multipart', 'video');

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'file_missing', errors: [{ field: 'file' }] });
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it.each([
    ['a truncated part header', 'multipart/form-data; boundary=x', '--x\r\nno headers'],
    ['no closing boundary', 'multipart/form-data; boundary=x', PART_WITHOUT_END],
    ['no boundary in its type', 'multipart/form-data', '--x--'],
    ['an empty body', 'multipart/form-data; boundary=x', ''],
  ])('returns 400 for %s and keeps nothing', async (_name, type, body) => {
    const { api, publishId, uploadUrl } = await started();

    const answer = await api.send('POST', uploadUrl, { body, headers: { 'content-type': type } });

    expect(answer.status).toBe(400);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });
});

describe('upload link', () => {
  const altered: Record<string, (url: URL) => void> = {
    'with a later expiry': (url) => url.searchParams.set('expires', '9999999999'),
    'for another organisation': (url) => url.searchParams.set('org', 'another-org'),
    'with another signature': (url) => url.searchParams.set('signature', 'A'.repeat(43)),
    'with an empty signature': (url) => url.searchParams.set('signature', ''),
    'without a signature': (url) => url.searchParams.delete('signature'),
    'without an expiry': (url) => url.searchParams.delete('expires'),
    'with two signatures': (url) =>
      url.searchParams.append('signature', url.searchParams.get('signature') ?? ''),
  };
  it.each(Object.keys(altered))('returns 403 for a link %s', async (name) => {
    const { api, publishId, uploadUrl } = await started();
    const url = new URL(uploadUrl);
    altered[name]?.(url);

    for (const form of FORMS) {
      const { status, body } = await upload<ProblemBody>(api, url.href, await clip(), form);
      expect(status).toBe(403);
      expect(body.code).toBe('upload_url_invalid');
    }
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it('does not accept a file for another publication', async () => {
    const mine = await started();
    const other = await started();
    const url = new URL(mine.uploadUrl);
    url.pathname = new URL(other.uploadUrl).pathname;

    expect((await upload(mine.api, url.href, await clip(), 'raw')).status).toBe(403);
    expect(await statusOf(other.api, other.publishId)).toMatchObject({ status: 'awaiting_upload' });
  });

  it('expires at its expiry time, not earlier', async () => {
    const { api, uploadUrl } = await started();
    try {
      connector().moveClock(3601);
      const late = await upload<ProblemBody>(api, uploadUrl, await clip(), 'raw');
      expect(late).toMatchObject({ status: 403, body: { code: 'upload_url_expired' } });
      connector().moveClock(3500);
      expect((await upload(api, uploadUrl, await clip(), 'raw')).status).toBe(200);
    } finally {
      connector().moveClock(0);
    }
    expect(await removeStaged()).toBe(1);
  });

  it('points to PUBLIC_URL and contains neither a token nor a key', async () => {
    const { uploadUrl } = await started();

    expect(new URL(uploadUrl).origin).toBe(connector().url);
    expect([...new URL(uploadUrl).searchParams.keys()].toSorted()).toEqual(['expires', 'org', 'signature']);
  });
});

describe('publish-video', () => {
  it('returns 409 before the upload', async () => {
    const { api, publishId } = await started();

    const { status, body } = await api.provider<ProblemBody>('publish-video', { publishId });

    expect(status).toBe(409);
    expect(body.code).toBe('upload_missing');
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
  });

  it('fails with a reason when the staged file is missing', async () => {
    const { api } = await connector().tenant();
    const publishId = await ready(api);
    await removeStaged();
    await api.provider('publish-video', { publishId });

    const seen = await eventually(async () => {
      const now = await statusOf(api, publishId);
      return now.status === 'failed' && now;
    });

    expect(seen).toMatchObject({
      failCode: 'staged_file_missing',
      failReason: expect.stringContaining('no longer'),
    });
  });
});

/** Empties the staging folder, because each test checks the whole folder. @returns the number of removed files */
async function removeStaged(): Promise<number> {
  const files = await connector().stagedFiles();
  for (const name of files) await rm(`${connector().config.dataDir}/uploads/${name}`);
  return files.length;
}
