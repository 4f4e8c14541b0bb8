import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { REQUEST_ID_HEADER } from './request-log.js';

// What browsers call: the API, and the links to which they send videos. TikTok's webhooks come from no browser.
const FOR_BROWSERS = /^\/(api|uploads)(\/|\?|$)/;
// https://tus.io/protocols/resumable-upload
const TUS_REQUEST_HEADERS = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata'];
const TUS_ANSWER_HEADERS = ['location', 'tus-resumable', 'upload-length', 'upload-offset', 'upload-expires'];
// Chromium's upper limit.
const REMEMBERED_SECONDS = 2 * 60 * 60;

/** Lets pages of the given origins call; answers preflights before any guard, as those carry no token. */
export async function allowOrigins(fastify: FastifyInstance, origins: readonly string[]): Promise<void> {
  const allowed: FastifyCorsOptions = {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'orgid', 'content-type', 'last-event-id', ...TUS_REQUEST_HEADERS],
    exposedHeaders: ['retry-after', REQUEST_ID_HEADER, ...TUS_ANSWER_HEADERS],
    maxAge: REMEMBERED_SECONDS,
  };
  await fastify.register(cors, {
    delegator: (request, done) => {
      const { origin = '' } = request.headers;
      // `false` leaves the request alone: a preflight then meets a 404, and the page is told nothing.
      done(null, FOR_BROWSERS.test(request.url) && origins.includes(origin) ? allowed : { origin: false });
    },
  });
}
