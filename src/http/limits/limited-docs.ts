import type { FastifyInstance } from 'fastify';
import type { CallLimits } from './call-limits.js';
import type { LimitedCalls } from './limited-calls.js';

// By the route: the address may be written in many ways.
const DOCS = /^\/(api\/(docs(-json|-yaml)?|openapi\.json)(\/.*)?)?$/;

/** The pages of the documentation, and the one that leads to them, are no routes of a controller: no guard counts them. */
export function limitDocs(fastify: FastifyInstance, limits: CallLimits, calls: LimitedCalls): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (DOCS.test(request.routeOptions.url ?? '')) await calls.count(limits.ofAddress(request), reply);
  });
}
