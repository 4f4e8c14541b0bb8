import { isUtf8 } from 'node:buffer';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readNothing } from './empty-body.js';
import { illFormedInput, notUtf8 } from './ill-formed-input.js';
import { jsonDepth } from './json-depth.js';

// A delivery of TikTok's is a few hundred bytes.
const BODY_LIMIT_BYTES = 256 * 1024;

// No call has bodies that nest deeper than a few levels; validation would exhaust the stack on thousands.
const MAX_DEPTH = 64;

const BYTES = 'application/octet-stream';
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const MULTIPART = /^multipart\/form-data\b/i;
// The bytes of a resumable upload.
const TUS_BYTES = 'application/offset+octet-stream';

const isUpload = (request: FastifyRequest) => request.url.startsWith('/uploads/');
const isApi = (request: FastifyRequest) => request.url.startsWith('/api/');
const isWebhook = (request: FastifyRequest) => request.url.startsWith('/connect/webhook/');

/**
 * Who reads a body, and how: uploads are streams that their handler reads, webhooks are bytes whose signature is
 * checked before anything is parsed, everything else is JSON.
 */
export async function useBodyParsers(fastify: FastifyInstance): Promise<void> {
  // No size limit of the plugin's own: it would cut a file silently. The staging store counts and refuses.
  await fastify.register(multipart, { limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 1, fields: 20 } });
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');

  fastify.addHook('onRequest', async (request) => {
    if (isUpload(request)) asBytes(request);
    else if (isApi(request)) asJsonOrBytes(request);
    else if (MULTIPART.test(request.headers['content-type'] ?? '') && !isWebhook(request))
      throw unsupported();
    // Its body means nothing, and must not be rejected before routing.
    if (request.method === 'OPTIONS') delete request.headers['content-type'];
    else if (isApi(request) && isEmpty(request)) delete request.headers['content-type'];
  });
  // A call that says nothing says `{}`, whether or not its client sends a content type with every request.
  fastify.addHook('preValidation', async (request) => {
    if (isApi(request) && request.body === undefined) request.body = {};
  });
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
    (request, body: Buffer, done) => {
      if (isWebhook(request)) done(null, body);
      else {
        const text = body.toString('utf8');
        if (!isUtf8(body)) done(notUtf8());
        else if (text.trim() === '') done(null, {});
        else if (jsonDepth(text) > MAX_DEPTH) done(tooDeep());
        else
          void parseJson(request, text, (error, value) =>
            done(error ?? illFormedInput(value) ?? null, value),
          );
      }
    },
  );
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (isUpload(request)) done(null);
    else if (isWebhook(request)) readBytes(payload, done);
    else if (isApi(request))
      readNothing(payload, BODY_LIMIT_BYTES, unsupported).then(() => done(null, {}), done);
    else done(unsupported());
  });
}

function isEmpty({ headers }: FastifyRequest): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = headers;
  return encoding === undefined && length === '0';
}

/** The bytes of a video tell what it is; whatever type they are announced as, JSON or none, no parser may take them. */
function asBytes({ headers }: FastifyRequest): void {
  const type = headers['content-type'];
  if (type !== undefined && type !== TUS_BYTES && !MULTIPART.test(type)) headers['content-type'] = BYTES;
}

/** Of a call only JSON is read. What is empty is no body, whatever type it is announced as: that shows when it is read. */
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
      throw Object.assign(new Error('The body is too large.'), { statusCode: 413 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooDeep(): Error {
  const message = `The body nests deeper than ${MAX_DEPTH} levels.`;
  return Object.assign(new Error(message), { statusCode: 400 });
}

function unsupported(): Error {
  return Object.assign(new Error('Send the body as application/json.'), { statusCode: 415 });
}
