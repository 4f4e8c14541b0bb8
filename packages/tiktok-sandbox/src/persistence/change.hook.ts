import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';

/** POST calls that only read. All other requests except GET may change something. */
const QUESTIONS = new Set([
  '/v2/video/list/',
  '/v2/video/query/',
  '/v2/post/publish/creator_info/query/',
  '/v2/post/publish/status/fetch/',
]);

/** Counts requests that may have changed the world, so that an unchanged world is not saved again. */
export function changeHook(app: FastifyInstance, world: World): void {
  app.addHook('onResponse', (request, _reply, done) => {
    const isQuestion = request.method === 'GET' || QUESTIONS.has(request.routeOptions.url ?? '');
    if (!isQuestion) world.changes += 1;
    done();
  });
}
