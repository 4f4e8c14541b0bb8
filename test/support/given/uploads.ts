import { createReadStream } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApiClient, Answer } from '../api-client.js';

const BOUNDARY = '----tests-boundary';

/** How the bytes are sent. */
export type Form = 'multipart' | 'raw';
export const FORMS: Form[] = ['multipart', 'raw'];

/** Sends bytes as a browser does. */
export async function upload<Body = Record<string, unknown>>(
  api: ApiClient,
  uploadUrl: string,
  bytes: Uint8Array,
  form: Form = 'multipart',
  field = 'file',
): Promise<Answer<Body>> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'video/mp4' });
  if (form === 'raw') return await api.send<Body>('PUT', uploadUrl, { body: blob });
  const body = new FormData();
  body.append('title', 'a field before the file');
  body.append(field, blob, 'clip.mp4');
  return await api.send<Body>('POST', uploadUrl, { body });
}

/** An upload written by hand onto a connection; chunked without `contentLength`. */
export interface RawUpload {
  uploadUrl: string;
  form: Form;
  source: Readable;
  /** Of the file; the multipart frame is added. */
  contentLength?: number;
}

/** Streams a file from disk. */
export async function uploadFile(
  uploadUrl: string,
  file: { path: string; size: number },
  form: Form,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const source = createReadStream(file.path);
  return await streamUpload({ uploadUrl, form, source, contentLength: file.size });
}

/** Sends a stream to its end, or until the service answers before that. */
export async function streamUpload(
  given: RawUpload,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { outgoing, answered } = begin(given);
  // Refused early, the service closes the connection while we still write: the answer is what counts.
  const written = pipeline(framed(given), outgoing).catch((error: unknown) => error);
  const response = await answered.catch(async (error: unknown) => {
    throw new Error('the service closed the connection without an answer', {
      cause: (await written) ?? error,
    });
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> };
}

/** Announces `announced` bytes, sends only `bytes`, and destroys the connection once they are on their way. */
export async function cutUpload(
  uploadUrl: string,
  bytes: Buffer,
  announced: number | undefined,
  form: Form,
  arrived: () => Promise<unknown>,
): Promise<void> {
  const source = Readable.from([bytes]);
  const given = { uploadUrl, form, source, contentLength: announced };
  const { outgoing, answered } = begin(given);
  const gone = answered.then(
    () => undefined,
    () => undefined,
  );
  if (form === 'multipart') outgoing.write(head());
  outgoing.write(bytes);
  await arrived();
  outgoing.destroy();
  await gone;
}

function begin({ uploadUrl, form, contentLength }: RawUpload) {
  const frame = form === 'multipart' ? head().length + TAIL.length : 0;
  const outgoing = request(uploadUrl, {
    method: form === 'multipart' ? 'POST' : 'PUT',
    agent: false,
    headers: {
      'content-type': form === 'multipart' ? `multipart/form-data; boundary=${BOUNDARY}` : 'video/mp4',
      ...(contentLength === undefined
        ? { 'transfer-encoding': 'chunked' }
        : { 'content-length': contentLength + frame }),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  return { outgoing, answered };
}

async function* framed({ form, source }: RawUpload): AsyncGenerator<Buffer> {
  if (form === 'multipart') yield head();
  for await (const part of source) yield part as Buffer;
  if (form === 'multipart') yield TAIL;
}

function head(): Buffer {
  return Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="clip.mp4"\r\ncontent-type: video/mp4\r\n\r\n`,
  );
}

const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
