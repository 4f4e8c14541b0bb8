import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip } from '../../support/media.js';
import { begin, statusOf } from '../../support/publishing.js';
import { RawHttp } from '../../support/raw-http.js';
import {
  withCurl,
  withFetch,
  withNode,
  writeAllThenRead,
  type LargeRequest,
  type SeenAnswer,
} from '../../support/stubborn-client.js';
import { upload } from '../../support/uploads.js';

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

/** What is refused, why, and before how many of its bytes were read. */
const REFUSED: [name: string, code: string, make: () => Promise<LargeRequest>][] = [
  ['a link with a wrong signature', 'upload_url_invalid', async () => put(forged((await begun()).uploadUrl))],
  [
    'a link with a wrong signature, as multipart',
    'upload_url_invalid',
    async () => post(forged((await begun()).uploadUrl)),
  ],
  [
    'a link with a wrong signature, by tus',
    'upload_url_invalid',
    async () => patch(forged((await begun()).tusUrl)),
  ],
  ['a file that is here already', 'upload_already_received', async () => put((await taken()).uploadUrl)],
  ['a resumable upload that was never begun', 'unknown_upload', async () => patch((await begun()).tusUrl)],
  [
    'more bytes than are allowed',
    'upload_too_large',
    async () => larger(put((await begun()).uploadUrl, await clip())),
  ],
  [
    'more bytes than are allowed, as multipart',
    'upload_too_large',
    async () => larger(post((await begun()).uploadUrl, Buffer.concat([Buffer.from(PART), await clip()]))),
  ],
  ['what is no video', 'not_a_video', async () => put((await begun()).uploadUrl)],
  [
    'what is no video, as multipart',
    'not_a_video',
    async () => post((await begun()).uploadUrl, Buffer.from(PART)),
  ],
  [
    'a multipart body without a boundary',
    'malformed_multipart',
    async () => ({ ...post((await begun()).uploadUrl), headers: { 'content-type': 'multipart/form-data' } }),
  ],
  [
    'a multipart body with a boundary of 5,000 characters',
    'malformed_multipart',
    async () => ({
      ...post((await begun()).uploadUrl),
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

async function begun() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

async function taken() {
  const publication = await begun();
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

describe.each(REFUSED)('The refusal of %s', (_name, code, make) => {
  it.each([
    ['one that writes everything before it reads', writeAllThenRead],
    ['Node’s own', withNode],
    ['fetch', withFetch],
    ['curl', (wanted: LargeRequest) => withCurl(wanted)],
    ['curl without Expect', (wanted: LargeRequest) => withCurl(wanted, false)],
  ])('reaches every client that sends 50 MB: %s', async (_client, send) => {
    expect(codeIn(await send(await make()))).toBe(code);
  });
});

it('A refused client that neither closes nor sends anything is closed', async () => {
  const { uploadUrl } = await begun();
  const connection = await RawHttp.silentAfter(forged(uploadUrl), 'PUT', await clip());

  expect(await connection.closed()).toContain('upload_url_invalid');
});

/** Bodies that are no well-formed multipart, or not what a link takes. */
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
    'another boundary than announced',
    'multipart/form-data; boundary=y',
    `${part(FILE)}--x--`,
    'malformed_multipart',
    'file',
  ],
  ['no part', 'multipart/form-data; boundary=x', '--x--\r\n', 'file_missing', 'file'],
  ['no byte', 'multipart/form-data; boundary=x', '', 'file_missing', 'file'],
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
    'a field that is named like a method of objects',
    'multipart/form-data; boundary=x',
    `${part('content-disposition: form-data; name="constructor"')}${part(FILE)}--x--`,
    'malformed_multipart',
    'file',
  ],
  [
    'a field that calls itself JSON and is none',
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

describe('A multipart upload', () => {
  it.each(ODD)('with %s is refused with 400, by its field', async (_name, type, body, code, field) => {
    const { api, publishId, uploadUrl } = await begun();
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
    ['the same file twice', 'file'],
    ['another file besides', 'thumbnail'],
  ])('with %s', async (_name, second) => {
    const { api, publishId, uploadUrl } = await begun();
    const form = new FormData();
    const blob = new Blob([(await clip()) as Buffer<ArrayBuffer>]);
    form.append('file', blob, 'a.mp4');
    form.append(second, blob, 'b.mp4');

    const answer = await api.send<ProblemBody>('POST', uploadUrl, { body: form });

    const isTaken = second !== 'file';
    expect(answer.status).toBe(isTaken ? 200 : 400);
    if (!isTaken) expect(answer.body).toMatchObject({ code: 'file_repeated', errors: [{ field: 'file' }] });
    expect(await statusOf(api, publishId)).toMatchObject({ status: isTaken ? 'ready' : 'awaiting_upload' });
    await api.provider('cancel-publication', { publishId });
  });

  it.each([
    ['words before its first boundary', (body: Buffer) => Buffer.concat([Buffer.from('Hello!\r\n'), body])],
    ['words behind its last boundary', (body: Buffer) => Buffer.concat([body, Buffer.from('\r\nGood bye')])],
  ])('may have %s', async (_what, around) => {
    const { api, publishId, uploadUrl } = await begun();
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
