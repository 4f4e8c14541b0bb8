import { describe, expect, it } from '@jest/globals';
import { ClipParts, smallVideo } from '../../../src/content/uploads/media/testing/mp4.js';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { collectLog, ERROR_LEVEL } from '../../support/log-lines.js';
import { clip, sha256 } from '../../support/given/videos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { RawHttp } from '../../support/raw-http.js';
import { offsetOf, tusCall } from '../../support/tus.js';
import { FORMS } from '../../support/given/uploads.js';

const connector = useConnector({ environment: { UPLOAD_IDLE_SECONDS: '1', LOG_LEVEL: 'info' } });
const PART = 'content-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';
// More than JSON may have.
const LARGE = 600_000;

async function begun() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

async function silent(uploadUrl: string, form: (typeof FORMS)[number]): Promise<RawHttp> {
  const start = (await clip()).subarray(0, 1024);
  if (form === 'raw') return await RawHttp.silentAfter(uploadUrl, 'PUT', start);
  const part = Buffer.concat([Buffer.from(`--x\r\n${PART}`), start]);
  return await RawHttp.silentAfter(
    uploadUrl,
    'POST',
    part,
    'content-type: multipart/form-data; boundary=x\r\n',
  );
}

async function unfinished(count: number): Promise<void> {
  await eventually(async () => {
    const files = await connector().stagedFiles();
    return files.filter((name) => name.endsWith('.part')).length === count;
  });
}

describe.each(FORMS)('an upload as %s', (form) => {
  it('that goes silent is closed, leaves nothing, and can be repeated', async () => {
    const { api, publishId, uploadUrl } = await begun();
    const connection = await silent(uploadUrl, form);

    await connection.closed();

    await unfinished(0);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    const again = await api.send('PUT', uploadUrl, { body: new Blob([await clip()]) });
    expect(again.status).toBe(200);
  });

  it('that its sender cuts logs one info line and no error', async () => {
    const { uploadUrl } = await begun();
    const log = collectLog(connector().app);
    const connection = await silent(uploadUrl, form);
    await unfinished(1);

    connection.cut();

    await eventually(async () => log.some(({ msg }) => msg.startsWith('upload interrupted')));
    expect(log.filter(({ level }) => level >= ERROR_LEVEL)).toEqual([]);
    expect(log.find(({ msg }) => msg.startsWith('upload interrupted'))?.requestId).toEqual(
      expect.any(String),
    );
  });
});

it('closes a multipart body that goes silent before its file', async () => {
  const { uploadUrl } = await begun();
  const type = 'content-type: multipart/form-data; boundary=x\r\n';
  const connection = await RawHttp.silentAfter(uploadUrl, 'POST', Buffer.from('--x\r\n'), type);

  await connection.closed();
});

it('does not close a slow upload that makes progress', async () => {
  const { uploadUrl } = await begun();
  const bytes = smallVideo(await ClipParts.read(), 800, Buffer.alloc(800));
  const { pathname, search } = new URL(uploadUrl);
  const connection = await RawHttp.to(uploadUrl);
  connection.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${bytes.length}\r\n\r\n`,
  );
  for (let sent = 0; sent < bytes.length; sent += 100) {
    connection.write(bytes.subarray(sent, sent + 100));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  expect(await connection.closed()).toMatch(/^HTTP\/1\.1 200 /);
});

it('ends a resumable upload when its link expires, and keeps what has arrived', async () => {
  const { tusUrl } = await begun();
  const bytes = await clip();
  const length = { 'upload-length': String(bytes.length) };
  expect((await tusCall('POST', tusUrl, length)).status).toBe(201);
  const { pathname, search } = new URL(tusUrl);
  const DAY_SECONDS = 86_400;
  connector().moveClock(DAY_SECONDS - 2);
  const connection = await RawHttp.to(tusUrl);
  const headers =
    'tus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\n';
  connection.write(
    `PATCH ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes.length}\r\n${headers}\r\n`,
  );
  connection.write(bytes.subarray(0, 1000));
  const dripping = setInterval(() => connection.write(bytes.subarray(1000, 1001)), 200);

  await connection.closed();

  clearInterval(dripping);
  expect((await tusCall('HEAD', tusUrl)).status).toBe(403);
  connector().moveClock(0);
  expect(await offsetOf(tusUrl)).toBeGreaterThanOrEqual(1000);
});

it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense', 'a/b; c="'])(
  'A raw video announced as %s is taken byte for byte',
  async (type) => {
    const { api, uploadUrl } = await begun();
    const head = await clip();
    const body = Buffer.concat([head, Buffer.alloc(LARGE)]);

    const answer = await api.send('PUT', uploadUrl, { body, headers: { 'content-type': type } });

    expect(answer).toMatchObject({ status: 200, body: { sha256: sha256(body) } });
  },
);
