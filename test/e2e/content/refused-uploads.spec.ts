import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { RawHttp } from '../../support/raw-http.js';
import {
  withCurl,
  withFetch,
  withNode,
  writeAllThenRead,
  type LargeRequest,
  type SeenAnswer,
} from '../../support/stubborn-client.js';
import { upload } from '../../support/given/uploads.js';

const LARGE = 50_000_000;
const MAX_BYTES = 60_000_000;
const connector = useConnector({ environment: { MAX_UPLOAD_BYTES: String(MAX_BYTES) } });

const RAW = { 'content-type': 'video/mp4' };
const TUS = {
  'tus-resumable': '1.0.0',
  'upload-offset': '0',
  'content-type': 'application/offset+octet-stream',
};
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };
const PART = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';

/** Requests that are rejected before all bytes are read. */
const REFUSED: [name: string, code: string, make: () => Promise<LargeRequest>][] = [
  [
    'a link with a wrong signature',
    'upload_url_invalid',
    async () => put(forged((await started()).uploadUrl)),
  ],
  [
    'a link with a wrong signature, as multipart',
    'upload_url_invalid',
    async () => post(forged((await started()).uploadUrl)),
  ],
  [
    'a link with a wrong signature, by tus',
    'upload_url_invalid',
    async () => patch(forged((await started()).tusUrl)),
  ],
  [
    'a file that was already received',
    'upload_already_received',
    async () => put((await received()).uploadUrl),
  ],
  [
    'a resumable upload that was never created',
    'unknown_upload',
    async () => patch((await started()).tusUrl),
  ],
  ['too many bytes', 'upload_too_large', async () => larger(put((await started()).uploadUrl, await clip()))],
  [
    'too many bytes, as multipart',
    'upload_too_large',
    async () => larger(post((await started()).uploadUrl, Buffer.concat([Buffer.from(PART), await clip()]))),
  ],
  ['a file that is not a video', 'not_a_video', async () => put((await started()).uploadUrl)],
  [
    'a file that is not a video, as multipart',
    'not_a_video',
    async () => post((await started()).uploadUrl, Buffer.from(PART)),
  ],
  [
    'a multipart body without a boundary',
    'malformed_multipart',
    async () => ({
      ...post((await started()).uploadUrl),
      headers: { 'content-type': 'multipart/form-data' },
    }),
  ],
  [
    'a multipart body with a boundary of 5,000 characters',
    'malformed_multipart',
    async () => ({
      ...post((await started()).uploadUrl),
      headers: { 'content-type': `multipart/form-data; boundary=${'x'.repeat(5000)}` },
    }),
  ],
  [
    'a call whose body is too large',
    'http_413',
    async () => ({
      ...put(`${connector().url}/api/sync/trigger`),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    }),
  ],
  [
    'a call whose body is of another type',
    'http_415',
    async () => ({ ...put(`${connector().url}/api/sync/trigger`), method: 'POST' }),
  ],
];

async function started() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

async function received() {
  const publication = await started();
  await upload(publication.api, publication.uploadUrl, await clip(), 'raw');
  return publication;
}

function put(url: string, beginning?: Buffer): LargeRequest {
  return { url, method: 'PUT', headers: RAW, bytes: LARGE, ...(beginning && { beginning }) };
}

function post(url: string, beginning?: Buffer): LargeRequest {
  return { ...put(url, beginning), method: 'POST', headers: MULTIPART };
}

function patch(url: string): LargeRequest {
  return { ...put(url), method: 'PATCH', headers: TUS };
}

function larger(wanted: LargeRequest): LargeRequest {
  return { ...wanted, bytes: 1.5 * MAX_BYTES };
}

function forged(link: string): string {
  const url = new URL(link);
  url.searchParams.set('signature', 'A'.repeat(43));
  return url.href;
}

function codeIn({ body }: SeenAnswer): string {
  return (JSON.parse(body) as ProblemBody).code;
}

describe.each(REFUSED)('rejection of %s', (_name, code, make) => {
  it.each([
    ['a client that writes everything before it reads', writeAllThenRead],
    ['Node.js http', withNode],
    ['fetch', withFetch],
    ['curl', (wanted: LargeRequest) => withCurl(wanted)],
    ['curl without Expect', (wanted: LargeRequest) => withCurl(wanted, false)],
  ])('reaches a client that sends 50 MB: %s', async (_client, send) => {
    expect(codeIn(await send(await make()))).toBe(code);
  });
});

it('closes the connection of a rejected client that neither sends nor closes', async () => {
  const { uploadUrl } = await started();
  const connection = await RawHttp.silentAfter(forged(uploadUrl), 'PUT', await clip());

  expect(await connection.closed()).toContain('upload_url_invalid');
});

/** Malformed or unexpected multipart bodies. */
const part = (head: string, body = 'x') => `--x\r\n${head}\r\n\r\n${body}\r\n`;
const FILE = 'content-disposition: form-data; name="file"; filename="a.mp4"';
const ODD: [name: string, type: string, body: string, code: string, field: string][] = [
  ['no boundary', 'multipart/form-data', '--x--', 'malformed_multipart', 'content-type'],
  ['an empty boundary', 'multipart/form-data; boundary=', '--x--', 'malformed_multipart', 'content-type'],
  [
    'a boundary of 71 characters',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
    '--x--',
    'malformed_multipart',
    'content-type',
  ],
  [
    'a boundary of 300 characters',
    `multipart/form-data; boundary="${'x'.repeat(300)}"`,
    '--x--',
    'malformed_multipart',
    'content-type',
  ],
  [
    'a boundary other than announced',
    'multipart/form-data; boundary=y',
    `${part(FILE)}--x--`,
    'malformed_multipart',
    'file',
  ],
  ['no part', 'multipart/form-data; boundary=x', '--x--\r\n', 'file_missing', 'file'],
  ['an empty body', 'multipart/form-data; boundary=x', '', 'file_missing', 'file'],
  [
    'another field name',
    'multipart/form-data; boundary=x',
    `${part(FILE.replace('"file"', '"video"'))}--x--`,
    'file_missing',
    'file',
  ],
  [
    'a field without a file name',
    'multipart/form-data; boundary=x',
    `${part('content-disposition: form-data; name="file"')}--x--`,
    'file_missing',
    'file',
  ],
  [
    'a part without a disposition',
    'multipart/form-data; boundary=x',
    `${part('content-type: video/mp4')}--x--`,
    'file_missing',
    'file',
  ],
  ['an empty file', 'multipart/form-data; boundary=x', `${part(FILE, '')}--x--`, 'upload_empty', 'file'],
  [
    'an empty file without a name',
    'multipart/form-data; boundary=x',
    `${part(FILE.replace('a.mp4', ''), '')}--x--`,
    'upload_empty',
    'file',
  ],
  [
    '21 fields before its file',
    'multipart/form-data; boundary=x',
    `${part('content-disposition: form-data; name="a"').repeat(21)}${part(FILE)}--x--`,
    'malformed_multipart',
    'file',
  ],
  [
    'a field named like an object method',
    'multipart/form-data; boundary=x',
    `${part('content-disposition: form-data; name="constructor"')}${part(FILE)}--x--`,
    'malformed_multipart',
    'file',
  ],
  [
    'a field with invalid JSON',
    'multipart/form-data; boundary=x',
    `${part('content-disposition: form-data; name="a"\r\ncontent-type: application/json', '{')}--x--`,
    'malformed_multipart',
    'file',
  ],
  [
    'a part header of 100 kB',
    'multipart/form-data; boundary=x',
    `${part(`x-long: ${'y'.repeat(100_000)}\r\n${FILE}`)}--x--`,
    'file_missing',
    'file',
  ],
  [
    'a part header without an end',
    'multipart/form-data; boundary=x',
    '--x\r\nno headers',
    'malformed_multipart',
    'file',
  ],
  [
    'no closing boundary',
    'multipart/form-data; boundary=x',
    `--x\r\n${FILE}\r\n\r\n\0\0\0\u0018ftypisom and so on`,
    'malformed_multipart',
    'file',
  ],
  [
    'a file that ends inside its field',
    'multipart/form-data; boundary=x',
    `--x\r\n${FILE}\r\n\r\n\0\0\0\u0018ftypisom\r\n-`,
    'malformed_multipart',
    'file',
  ],
];

describe('multipart upload', () => {
  it.each(ODD)('returns 400 and names the field for %s', async (_name, type, body, code, field) => {
    const { api, publishId, uploadUrl } = await started();
    const before = await connector().stagedFiles();

    const answer = await api.send<ProblemBody>('POST', uploadUrl, {
      body,
      headers: { 'content-type': type },
    });

    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ field }] } });
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    expect(await connector().stagedFiles()).toEqual(before);
  });

  it.each([
    ['a preamble', 'no boundary in sight '],
    [
      'a part that is not the file',
      `--x\r\ncontent-disposition: form-data; name="other"; filename="b"\r\n\r\n`,
    ],
  ])('returns 413 for %s without an end, and does not read it all', async (_name, start) => {
    const { uploadUrl } = await started();
    let sent = 0;
    async function* endless() {
      yield Buffer.from(start);
      for (const chunk = Buffer.alloc(100_000); sent < 2_000_000_000; sent += chunk.length) yield chunk;
    }

    const answer = await fetch(uploadUrl, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: endless() as unknown as ReadableStream,
      duplex: 'half',
    } as RequestInit);

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'form_too_large' });
    expect(sent).toBeLessThan(200_000_000);
  });

  it.each([
    ['the same file twice', 'file'],
    ['a second file in another field', 'thumbnail'],
  ])('handles %s', async (_name, second) => {
    const { api, publishId, uploadUrl } = await started();
    const form = new FormData();
    const blob = new Blob([(await clip()) as Buffer<ArrayBuffer>]);
    form.append('file', blob, 'a.mp4');
    form.append(second, blob, 'b.mp4');

    const answer = await api.send<ProblemBody>('POST', uploadUrl, { body: form });

    const isAccepted = second !== 'file';
    expect(answer.status).toBe(isAccepted ? 200 : 400);
    if (!isAccepted)
      expect(answer.body).toMatchObject({ code: 'file_repeated', errors: [{ field: 'file' }] });
    expect(await statusOf(api, publishId)).toMatchObject({
      status: isAccepted ? 'ready' : 'awaiting_upload',
    });
    await api.provider('cancel-publication', { publishId });
  });

  it.each([
    ['text before its first boundary', (body: Buffer) => Buffer.concat([Buffer.from('Hello!\r\n'), body])],
    ['text after its last boundary', (body: Buffer) => Buffer.concat([body, Buffer.from('\r\nGood bye')])],
  ])('accepts %s', async (_what, around) => {
    const { api, publishId, uploadUrl } = await started();
    const body = Buffer.concat([
      Buffer.from(
        part('content-disposition: form-data; name="a"\r\ncontent-type: text/plain; charset=nonsense') + PART,
      ),
      await clip(),
      Buffer.from('\r\n--x--'),
    ]);

    const answer = await api.send('POST', uploadUrl, {
      body: around(body) as Buffer<ArrayBuffer>,
      headers: MULTIPART,
    });

    expect(answer).toMatchObject({ status: 200, body: { status: 'ready' } });
    await api.provider('cancel-publication', { publishId });
  });
});
