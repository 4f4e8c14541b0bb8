import { isUrl } from '../config/index.js';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { AppConfig } from '../config/index.js';
import { RejectedOrigins } from './rejected-origins.js';
import { REQUEST_ID_HEADER } from './request-log.js';

// What browsers call: the API and the upload links. It is a prefix because a preflight has no route to ask.
const FOR_BROWSERS = /^\/(api|uploads)(\/|\?|$)/;
// https://tus.io/protocols/resumable-upload
const TUS_REQUEST_HEADERS = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata'];
const TUS_ANSWER_HEADERS = ['location', 'tus-resumable', 'upload-length', 'upload-offset', 'upload-expires'];
const API_REQUEST_HEADERS = ['authorization', 'orgid', 'content-type', 'last-event-id', 'idempotency-key'];
const API_ANSWER_HEADERS = [
  'idempotency-replayed',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'report-warnings',
];
// Chromium caps the value at this.
const REMEMBERED_SECONDS = 2 * 60 * 60;

/** Lets pages of the given origins call the API. It answers preflights before any guard, because they carry no token. */
export async function allowOrigins(
  fastify: FastifyInstance,
  { http, production }: Pick<AppConfig, 'http' | 'production'>,
): Promise<void> {
  const isAllowed = (origin: string) =>
    http.corsOrigins.includes(origin) || (!production && isLoopback(origin));
  const rejected = new RejectedOrigins(fastify.log);
  const allowed: FastifyCorsOptions = {
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [...API_REQUEST_HEADERS, ...TUS_REQUEST_HEADERS],
    exposedHeaders: ['retry-after', REQUEST_ID_HEADER, ...API_ANSWER_HEADERS, ...TUS_ANSWER_HEADERS],
    maxAge: REMEMBERED_SECONDS,
    // The strict mode answers an OPTIONS that is not a preflight in plain text.
    strictPreflight: false,
  };
  await fastify.register(cors, {
    delegator: (request, done) => {
      const { origin } = request.headers;
      const isForPages = origin !== undefined && FOR_BROWSERS.test(request.url);
      if (isForPages && isAllowed(origin)) return done(null, { ...allowed, origin: [origin] });
      if (isForPages && origin !== http.publicUrl) rejected.note(origin);
      // `false` ignores the request: a preflight then gets a 404 without CORS headers.
      return done(null, { origin: false });
    },
  });
}

/** True for a page that a developer serves on this machine, on any port. */
function isLoopback(origin: string): boolean {
  if (!isUrl(origin)) return false;
  const { protocol, hostname, origin: own } = new URL(origin);
  return /^https?:$/.test(protocol) && LOOPBACK.test(hostname) && own === origin;
}

// The last is 127.0.0.0/8 as an IPv6 address.
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;
