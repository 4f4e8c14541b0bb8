import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';

/** Posts that only ask. All other requests that are not GET may have changed something. */
const QUESTIONS = new Set([
  '/v2/video/list/',
  '/v2/video/query/',
  '/v2/post/publish/creator_info/query/',
  '/v2/post/publish/status/fetch/',
]);

/** Counts what may have changed the world, so that one that is only read is not written again. */
export function changeHook(app: FastifyInstance, world: World): void {
  app.addHook('onResponse', (request, _reply, done) => {
    const isQuestion = request.method === 'GET' || QUESTIONS.has(request.routeOptions.url ?? '');
    if (!isQuestion) world.changes += 1;
    done();
  });
}
