import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import { notesOf } from './request-notes.js';

/** Paths of the sandbox itself, which would only hide the app's calls. */
export function isOwnPath(url: string): boolean {
  return (
    url === '/' ||
    url.startsWith('/__sandbox') ||
    url.startsWith('/page/') ||
    url.startsWith('/media/') ||
    url === '/favicon.ico'
  );
}

/** Records a request once its response is known. */
export function record(world: World, request: FastifyRequest, reply: FastifyReply, status: number): void {
  if (isOwnPath(request.url)) return;
  const path = request.url.split('?')[0] ?? '';
  const pattern = request.routeOptions.url;
  world.journal.record(`${request.method} ${pattern ?? '(not served)'}`, world.clock.now(), {
    method: request.method,
    path,
    status,
    code: notesOf(request).code ?? null,
    ms: Math.round(reply.elapsedTime),
  });
}

export function journalHook(app: FastifyInstance, world: World): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    record(world, request, reply, notesOf(request).loseAnswer ? 0 : reply.statusCode);
    done(null, payload);
  });
}
