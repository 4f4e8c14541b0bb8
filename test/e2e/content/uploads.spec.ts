import { rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip, sha256 } from '../../support/media.js';
import { begin, ready, statusOf } from '../../support/publishing.js';
import { cutUpload, FORMS, streamUpload, upload } from '../../support/uploads.js';

const MAX_BYTES = 1_000_000;
const PART_WITHOUT_END =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n\0\0\0\u0018ftypisom and so on';
const connector = useConnector({ environment: { MAX_UPLOAD_BYTES: String(MAX_BYTES) } });

async function nothingKept(): Promise<void> {
  await eventually(async () => (await connector().stagedFiles()).length === 0);
}

async function begun() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

/** A file with the head of a video. */
async function videoOf(size: number): Promise<Buffer> {
  const head = await clip();
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), 7)]).subarray(0, size);
}

describe.each(FORMS)('An upload as %s', (form) => {
  it('is staged byte for byte and makes the publication ready', async () => {
    const { api, publishId, uploadUrl } = await begun();
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

  it('of exactly the limit is taken', async () => {
    const { api, uploadUrl } = await begun();

    expect((await upload(api, uploadUrl, await videoOf(MAX_BYTES), form)).status).toBe(200);
    expect(await removeStaged()).toBe(1);
  });

  it.each([true, false])(
    'beyond the limit is refused with 413 and nothing is kept (length announced: %s)',
    async (announced) => {
      const { api, publishId, uploadUrl } = await begun();
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

  it('without end is refused at the limit, however long it would go on', async () => {
    const { api, publishId, uploadUrl } = await begun();
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
    'cut in the middle leaves nothing, and its link works again (length announced: %s)',
    async (announced) => {
      const { api, publishId, uploadUrl } = await begun();
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

  it('without a byte is refused and the link works afterwards', async () => {
    const { api, publishId, uploadUrl } = await begun();

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
  ])('of what is no video (%s) is refused with 415', async (_name, text) => {
    const { api, publishId, uploadUrl } = await begun();

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, Buffer.from(text, 'latin1'), form);

    expect(status).toBe(415);
    expect(body.code).toBe('not_a_video');
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it('that comes second is refused with 409 and does not replace the first', async () => {
    const { api, publishId, uploadUrl } = await begun();
    const bytes = await clip();
    await upload(api, uploadUrl, bytes, form);

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, await videoOf(500_000), form);

    expect(status).toBe(409);
    expect(body.code).toBe('upload_already_received');
    expect((await statusOf(api, publishId)).progress?.totalBytes).toBe(bytes.length);
    expect(await removeStaged()).toBe(1);
  });

  it('that races another wins alone: one is taken, one refused, one file stays', async () => {
    const { api, publishId, uploadUrl } = await begun();
    const sources = [new PassThrough(), new PassThrough()];
    const answers = sources.map((source) => streamUpload({ uploadUrl, form, source }));
    for (const source of sources) source.write(await clip());
    // Both are under way before either ends.
    await eventually(async () => (await connector().stagedFiles()).length === 2);
    for (const source of sources) source.end();

    const statuses = (await Promise.all(answers)).map(({ status }) => status);

    expect(statuses.toSorted()).toEqual([200, 409]);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    await eventually(async () => (await connector().stagedFiles()).length === 1);
    expect(await removeStaged()).toBe(1);
  });
});

describe('A multipart upload', () => {
  it('without the field "file" is refused and nothing is kept', async () => {
    const { api, publishId, uploadUrl } = await begun();

    const { status, body } = await upload<ProblemBody>(api, uploadUrl, await clip(), 'multipart', 'video');

    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'file_missing', errors: [{ field: 'file' }] });
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });

  it.each([
    ['cut inside a part header', 'multipart/form-data; boundary=x', '--x\r\nno headers'],
    ['without its last boundary', 'multipart/form-data; boundary=x', PART_WITHOUT_END],
    ['without a boundary in its type', 'multipart/form-data', '--x--'],
    ['that is empty', 'multipart/form-data; boundary=x', ''],
  ])('%s is refused with 400 and nothing is kept', async (_name, type, body) => {
    const { api, publishId, uploadUrl } = await begun();

    const answer = await api.send('POST', uploadUrl, { body, headers: { 'content-type': type } });

    expect(answer.status).toBe(400);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    await nothingKept();
  });
});

describe('An upload link', () => {
  const altered: Record<string, (url: URL) => void> = {
    'with a later expiry': (url) => url.searchParams.set('expires', '9999999999'),
    'for another organisation': (url) => url.searchParams.set('org', 'somebody-else'),
    'with another signature': (url) => url.searchParams.set('signature', 'A'.repeat(43)),
    'with an empty signature': (url) => url.searchParams.set('signature', ''),
    'without a signature': (url) => url.searchParams.delete('signature'),
    'without an expiry': (url) => url.searchParams.delete('expires'),
    'with two signatures': (url) =>
      url.searchParams.append('signature', url.searchParams.get('signature') ?? ''),
  };
  it.each(Object.keys(altered))('%s is refused with 403', async (name) => {
    const { api, publishId, uploadUrl } = await begun();
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

  it('of one publication does not open another', async () => {
    const mine = await begun();
    const other = await begun();
    const url = new URL(mine.uploadUrl);
    url.pathname = new URL(other.uploadUrl).pathname;

    expect((await upload(mine.api, url.href, await clip(), 'raw')).status).toBe(403);
    expect(await statusOf(other.api, other.publishId)).toMatchObject({ status: 'awaiting_upload' });
  });

  it('is refused once it has expired, and not before', async () => {
    const { api, uploadUrl } = await begun();
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

  it('points at PUBLIC_URL and carries neither token nor key', async () => {
    const { uploadUrl } = await begun();

    expect(new URL(uploadUrl).origin).toBe(connector().url);
    expect([...new URL(uploadUrl).searchParams.keys()].toSorted()).toEqual(['expires', 'org', 'signature']);
  });
});

describe('publish-video', () => {
  it('before the upload answers 409', async () => {
    const { api, publishId } = await begun();

    const { status, body } = await api.provider<ProblemBody>('publish-video', { publishId });

    expect(status).toBe(409);
    expect(body.code).toBe('upload_missing');
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
  });

  it('of a staged file that has vanished fails with a reason', async () => {
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

/** Tests look at the staging folder as a whole, so each leaves it empty. @returns how many files there were */
async function removeStaged(): Promise<number> {
  const files = await connector().stagedFiles();
  for (const name of files) await rm(`${connector().config.dataDir}/uploads/${name}`);
  return files.length;
}
