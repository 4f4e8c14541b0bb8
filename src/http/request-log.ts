import type { FastifyInstance } from 'fastify';
import { withoutSecrets } from '../common/index.js';

export const REQUEST_ID_HEADER = 'x-request-id';

/** Logs one line per answer, without the query, which may hold signatures and codes. Probes are not logged, nor accepted webhooks. */
export function logAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const { probe, direct } = request.routeOptions.config;
    if (probe || (direct && reply.statusCode === 200)) return;
    const path = withoutSecrets(request.url);
    const { organisationId } = request as { organisationId?: string };
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ organisationId, ms }, `${request.method} ${path} ${reply.statusCode}`);
  });
}
