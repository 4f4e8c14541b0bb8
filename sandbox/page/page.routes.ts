import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import { overviewPage } from './overview-page.js';

/** `/`: what the sandbox is and holds. */
export function pageRoutes(app: FastifyInstance, world: World): void {
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(overviewPage(world)));
  app.get('/favicon.ico', (_request, reply) => reply.status(204).send());
}
