import type { FastifyInstance } from 'fastify';
import { between } from '../random.js';
import type { World } from '../world.js';
import type { Latency } from './latency.js';

/** Calls of the two APIs; consent pages, uploads and the sandbox's own paths are not kept waiting. */
const API_PATHS = /^\/(?:v2\/(?!auth\/)|open_api\/)/;

/** Makes every call take as long as one to TikTok, so that callers who wait for answers keep to the rates. */
export function latencyHook(app: FastifyInstance, world: World): void {
  // Not async, and at once done when there is nothing to wait for: see `faultHooks`.
  app.addHook('onRequest', (request, _reply, done) => {
    const { latencyMs } = world.settings;
    if (latencyMs === 0 || !API_PATHS.test(request.url)) return done();
    setTimeout(done, drawn(latencyMs)).unref();
  });
}

function drawn(latency: Latency): number {
  return typeof latency === 'number' ? latency : between(Math.random, ...latency);
}
