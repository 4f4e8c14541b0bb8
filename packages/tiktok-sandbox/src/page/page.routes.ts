import type { FastifyInstance } from 'fastify';
import { queryOf } from '../open-api/api-call.js';
import type { World } from '../world.js';
import { livePage, overviewPage } from './overview-page.js';
import { PAGE_SCRIPT } from './page-script.js';
import { videoList } from './sections/video-list.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** Serves `/`: the sandbox's state, with the controls as buttons. */
export function pageRoutes(app: FastifyInstance, world: World): void {
  app.get('/', (_request, reply) => reply.type(HTML_TYPE).send(overviewPage(world)));
  app.get('/page/live', () => livePage(world));
  app.get('/page/videos', (request, reply) => {
    const query = queryOf(request.url);
    const before = Number(query.get('before')) || Infinity;
    return reply.type(HTML_TYPE).send(videoList(world, query.get('account') ?? '', before).text);
  });
  app.get('/page/script.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(PAGE_SCRIPT),
  );
  app.get('/favicon.ico', (_request, reply) => reply.status(204).send());
}
