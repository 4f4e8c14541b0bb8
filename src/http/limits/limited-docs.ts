import type { FastifyInstance } from 'fastify';
import type { LimitPolicy } from './limit-policy.js';
import type { CallMeter } from './call-meter.js';

// Matches the route, because the address can be written in many ways.
const DOCS = /^\/(api\/(docs(-json|-yaml)?|openapi\.json)(\/.*)?)?$/;

/** Counts calls of the documentation, whose routes have no controller and therefore no guard. */
export function limitDocs(fastify: FastifyInstance, policy: LimitPolicy, meter: CallMeter): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (DOCS.test(request.routeOptions.url ?? '')) await meter.count(policy.ofAddress(request), reply);
  });
}
