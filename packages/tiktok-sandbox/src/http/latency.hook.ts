import type { FastifyInstance } from 'fastify';
import { between } from '../random.js';
import type { World } from '../world.js';
import type { Latency } from './latency.js';

/** Matches calls of the two APIs. Consent pages, uploads and the sandbox's own paths are not delayed. */
const API_PATHS = /^\/(?:v2\/(?!auth\/)|open_api\/)/;

/** Delays every call as TikTok does, so that callers that wait for responses stay below the limits. */
export function latencyHook(app: FastifyInstance, world: World): void {
  // Not async, and done at once without a delay: see `faultHooks`.
  app.addHook('onRequest', (request, _reply, done) => {
    const { latencyMs } = world.settings;
    if (latencyMs === 0 || !API_PATHS.test(request.url)) return done();
    setTimeout(done, drawn(latencyMs)).unref();
  });
}

function drawn(latency: Latency): number {
  return typeof latency === 'number' ? latency : between(Math.random, ...latency);
}
