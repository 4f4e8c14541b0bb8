import type { FastifyInstance } from 'fastify';
import type { CallLimits } from './call-limits.js';
import type { LimitedCalls } from './limited-calls.js';

const DOCS = /^\/api\/(docs(-json|-yaml)?|openapi\.json)(\/|\?|$)/;

/** The pages of the documentation are no routes of a controller, so no guard counts them. */
export function limitDocs(fastify: FastifyInstance, limits: CallLimits, calls: LimitedCalls): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (DOCS.test(request.url)) await calls.count(limits.ofAddress(request), reply);
  });
}
