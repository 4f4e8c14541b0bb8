import { fastify, type FastifyInstance } from 'fastify';
import { businessRoutes } from './business/business.routes.js';
import { controlRoutes } from './control/control.routes.js';
import { faultHooks } from './faults/fault.hook.js';
import { journalHook } from './http/journal.hook.js';
import { withLastSlash } from './http/last-slash.js';
import { latencyHook } from './http/latency.hook.js';
import { mediaRoutes } from './media/media.routes.js';
import { authorizeRoutes } from './oauth/authorize.routes.js';
import { tokenRoutes } from './oauth/token.routes.js';
import { openApiRoutes } from './open-api/open-api.routes.js';
import { pageRoutes } from './page/page.routes.js';
import { changeHook } from './persistence/change.hook.js';
import { uploadRoutes } from './upload/upload.routes.js';
import type { World } from './world.js';

const BODY_LIMIT_BYTES = 16 * 1024 ** 2;

/** All of TikTok's hosts on one origin, distinguished by their paths. */
export function buildServer(world: World): FastifyInstance {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    bodyLimit: BODY_LIMIT_BYTES,
    rewriteUrl: ({ method, url = '/' }) =>
      world.settings.lastSlash === 'optional' && method === 'GET' ? withLastSlash(url) : url,
  });
  acceptAnyBody(app);
  latencyHook(app, world);
  faultHooks(app, world);
  journalHook(app, world);
  changeHook(app, world);
  authorizeRoutes(app, world);
  tokenRoutes(app, world);
  openApiRoutes(app, world);
  businessRoutes(app, world);
  uploadRoutes(app, world);
  mediaRoutes(app, world);
  controlRoutes(app, world);
  pageRoutes(app, world);
  app.setNotFoundHandler((request, reply) => {
    world.log(`not served: ${request.method} ${request.url.split('?')[0] ?? ''}`);
    return reply.status(404).type('text/plain; charset=utf-8').send('404 page not found');
  });
  app.setErrorHandler((error: Error, request, reply) => {
    world.log(`failed: ${request.method} ${request.url.split('?')[0] ?? ''}: ${error.message}`);
    return reply.send(error);
  });
  return app;
}

/** Each API parses and refuses bodies in its own way, so they reach the handlers as text. */
function acceptAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}
