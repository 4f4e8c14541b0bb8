import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exactJson } from '../exact-json.js';
import { notesOf } from '../http/request-notes.js';
import { logId } from '../ids.js';
import type { World } from '../world.js';
import { BUSINESS_ENDPOINTS } from './business.endpoints.js';
import { businessControls } from './control/business.controls.js';
import { pictureRoutes } from './files/picture.routes.js';
import { messageMediaRoutes } from './messages/message-media.routes.js';
import { advertiserConsentRoutes } from './oauth/advertiser-consent.routes.js';
import { reportDownloadRoutes } from './reports/report-download.routes.js';
import { envelope } from './wire/envelope.js';
import { BASE_PATH, serveBusinessEndpoint } from './wire/serve.js';

/** Above every documented limit, so that each endpoint refuses with its own error. */
const LARGEST_FILE_BYTES = 2 * 1024 ** 3;

/** business-api.tiktok.com: its consent page, its paths, and its response for every other path. */
export function businessRoutes(app: FastifyInstance, world: World): void {
  advertiserConsentRoutes(app, world);
  reportDownloadRoutes(app, world);
  pictureRoutes(app);
  messageMediaRoutes(app, world);
  businessControls(app, world);
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: LARGEST_FILE_BYTES, fieldSize: 1024 ** 2 } });
    for (const endpoint of BUSINESS_ENDPOINTS) serveBusinessEndpoint(scope, world, endpoint);
    scope.all('/open_api/*', (request, reply) => notServed(world, request, reply));
  });
}

/** The gateway does not know a path without its trailing slash; other unknown paths are not implemented. */
function notServed(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  world.log(`not served: ${request.method} ${path}`);
  const isOurs = path.startsWith(`${BASE_PATH}/`) && path.endsWith('/');
  if (!isOurs || world.settings.business.unknownPath === '404')
    return reply.status(404).type('text/plain; charset=utf-8').send('404 page not found');
  notesOf(request).code = '40008';
  const id = logId(world.clock.now());
  void reply.type('application/json; charset=utf-8').header('x-tt-logid', id);
  return reply.send(exactJson(envelope(40_008, `The path ${path} is not implemented.`, id, {})));
}
