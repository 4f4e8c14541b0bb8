import { isUtf8 } from 'node:buffer';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readEmptyBody } from './empty-body.js';
import { illFormedInput, notUtf8 } from './ill-formed-input.js';
import { jsonDepth } from './json-depth.js';

// A delivery from TikTok is a few hundred bytes.
const BODY_LIMIT_BYTES = 256 * 1024;

// Calls nest a few levels. Validating thousands of levels would exhaust the stack.
const MAX_DEPTH = 64;

const BYTES = 'application/octet-stream';
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const MULTIPART = /^multipart\/form-data\b/i;
// The content type of a resumable upload's bytes.
const TUS_BYTES = 'application/offset+octet-stream';

type Reader = 'json' | 'bytes' | 'stream' | 'form';

/** The body of a request without a route is not read: its response is a 404. */
function readerOf({ is404, routeOptions }: FastifyRequest): Reader {
  return is404 ? 'stream' : (routeOptions.config.body ?? 'json');
}

/** Reads each body as its route asks for with `@HttpOptions`: as JSON, as bytes, or not at all because its handler does. */
export async function useBodyParsers(fastify: FastifyInstance): Promise<void> {
  // The plugin has no size limit, because it would truncate a file silently. The staging store counts and rejects.
  await fastify.register(multipart, { limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 1, fields: 20 } });
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');

  fastify.addHook('onRequest', async (request) => {
    const reader = readerOf(request);
    const isForm = reader === 'form' && MULTIPART.test(request.headers['content-type'] ?? '');
    if (reader === 'stream') asBytes(request);
    else if (!isForm) asJsonOrBytes(request);
    // The body of OPTIONS has no meaning and must not be rejected. An empty body has no type, whatever its header says.
    if (request.method === 'OPTIONS' || ((reader === 'json' || reader === 'form') && isEmpty(request)))
      delete request.headers['content-type'];
  });
  // A call without a body means `{}`, whether or not its client sends a content type.
  fastify.addHook('preValidation', async (request) => {
    const reader = readerOf(request);
    if ((reader === 'json' || reader === 'form') && request.body === undefined) request.body = {};
  });
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
    (request, body: Buffer, done) => {
      if (readerOf(request) === 'bytes') return done(null, body);
      const text = body.toString('utf8');
      if (!isUtf8(body)) done(notUtf8());
      else if (text.trim() === '') done(null, {});
      else if (jsonDepth(text) > MAX_DEPTH) done(tooDeep());
      else
        void parseJson(request, text, (error, value) => done(error ?? illFormedInput(value) ?? null, value));
    },
  );
  fastify.addContentTypeParser('*', (request, payload, done) => {
    const reader = readerOf(request);
    if (reader === 'stream') done(null);
    else if (reader === 'bytes') readBytes(payload, done);
    else readEmptyBody(payload, BODY_LIMIT_BYTES, unsupported).then(() => done(null, {}), done);
  });
}

function isEmpty({ headers }: FastifyRequest): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = headers;
  return encoding === undefined && length === '0';
}

/** Keeps every parser away from the bytes, whatever content type announces them: the bytes themselves show what they are. */
function asBytes({ headers }: FastifyRequest): void {
  const type = headers['content-type'];
  if (type !== undefined && type !== TUS_BYTES && !MULTIPART.test(type)) headers['content-type'] = BYTES;
}

/** Keeps other types for the parser of bytes. They may announce an empty body, which shows when it is read. */
function asJsonOrBytes({ headers }: FastifyRequest): void {
  if (!JSON_TYPE.test(headers['content-type'] ?? 'application/json')) headers['content-type'] = BYTES;
}

function readBytes(payload: AsyncIterable<Buffer>, done: (error: Error | null, body?: Buffer) => void): void {
  collect(payload).then(
    (body) => done(null, body),
    (error: Error) => done(error),
  );
}

async function collect(payload: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload) {
    size += part.length;
    if (size > BODY_LIMIT_BYTES)
      throw Object.assign(new Error('The body is larger than 256 KB. Send a smaller one.'), {
        statusCode: 413,
      });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooDeep(): Error {
  const message = `The body nests deeper than ${MAX_DEPTH} levels. Send a flatter one.`;
  return Object.assign(new Error(message), { statusCode: 400 });
}

function unsupported(): Error {
  return Object.assign(new Error('Send the body as application/json.'), { statusCode: 415 });
}
