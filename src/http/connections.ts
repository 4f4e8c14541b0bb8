import type { FastifyInstance } from 'fastify';
import { withoutSecrets } from '../common/index.js';

/**
 * Bounds what Node waits for, in milliseconds: a new socket without a request, or with headers that do not end, is closed.
 * Neither a body that moves nor a connection kept alive is affected.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  // Node's own refusal would be an empty answer; see refuseWithoutHost.
  requireHostHeader: false,
};

/** How long connections may stay, in milliseconds. */
export interface ConnectionLimits {
  /** A body of which no byte comes for so long is not waited for. */
  idleMs: number;
  /** Requests under way when the service stops may take so long. */
  graceMs: number;
}

/**
 * Bounds what a silent sender can hold. There is no limit on the whole request — an upload may take as long as it moves
 * — so each silence is bounded instead, and the stop is.
 */
export function limitConnections(fastify: FastifyInstance, { idleMs, graceMs }: ConnectionLimits): void {
  refuseWithoutHost(fastify);
  closeSilentBodies(fastify, idleMs);
  closeAllAfterGrace(fastify, graceMs);
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function refuseWithoutHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host !== undefined || raw.httpVersion === '1.0') return;
    throw Object.assign(new Error('Send the header Host.'), { statusCode: 400 });
  });
}

function closeSilentBodies(fastify: FastifyInstance, idleMs: number): void {
  fastify.addHook('onRequest', async (request) => {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && length === '0') return;
    const { raw, log } = request;
    // The time of the socket, not of the handler: it begins anew with each byte, and Node ends it with the answer.
    raw.setTimeout(idleMs, () => {
      log.info(`${raw.method} ${withoutSecrets(raw.url)}: nothing came for ${idleMs / 1000} s, closing`);
      raw.destroy();
    });
    raw.once('end', () => raw.setTimeout(0));
  });
}

/** Closing waits for requests under way; those that are not over by then are cut, so that all else can stop as well. */
function closeAllAfterGrace(fastify: FastifyInstance, graceMs: number): void {
  let closing = false;
  // A connection kept alive after its answer would be waited for as long as one that is in use.
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
  fastify.addHook('preClose', async () => {
    closing = true;
    const { server } = fastify;
    const timer = setTimeout(() => {
      fastify.log.info(`requests were still under way after ${graceMs / 1000} s, closing their connections`);
      server.closeAllConnections();
    }, graceMs);
    server.once('close', () => clearTimeout(timer));
  });
}
