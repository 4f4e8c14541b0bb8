import type { FastifyInstance } from 'fastify';
import { withoutSecrets } from '../common/index.js';

/**
 * Limits what Node waits for, in milliseconds: it closes a new socket without a request or with incomplete headers.
 * Bodies in progress and keep-alive connections are not affected.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  // Node would answer without a body; see rejectWithoutHost.
  requireHostHeader: false,
};

/** Timeouts of connections, in milliseconds. */
export interface ConnectionLimits {
  /** After this time without a byte of the body, the connection is closed. */
  idleMs: number;
  /** How long requests in progress may take when the service stops. */
  graceMs: number;
}

/**
 * Limits how long a silent sender keeps a connection. A whole request has no timeout, because an upload may take long. The
 * limits are on each silence, and on the time after the service starts to stop.
 */
export function limitConnections(fastify: FastifyInstance, { idleMs, graceMs }: ConnectionLimits): void {
  rejectWithoutHost(fastify);
  closeSilentBodies(fastify, idleMs);
  closeAllAfterGrace(fastify, graceMs);
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function rejectWithoutHost(fastify: FastifyInstance): void {
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
    // The timeout is the socket's, not the handler's. Each byte restarts it, and Node clears it with the answer.
    raw.setTimeout(idleMs, () => {
      log.info(
        `${raw.method} ${withoutSecrets(raw.url)}: no data for ${idleMs / 1000} s, closing the connection`,
      );
      raw.destroy();
    });
    raw.once('end', () => raw.setTimeout(0));
  });
}

/** Closing waits for requests in progress. After the grace time it cuts them, so that everything else can stop. */
function closeAllAfterGrace(fastify: FastifyInstance, graceMs: number): void {
  let closing = false;
  // Closing would wait for a keep-alive connection as long as for one in use.
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
  fastify.addHook('preClose', async () => {
    closing = true;
    const { server } = fastify;
    const timer = setTimeout(() => {
      fastify.log.info(
        `requests were still in progress after ${graceMs / 1000} s, closing their connections`,
      );
      server.closeAllConnections();
    }, graceMs);
    server.once('close', () => clearTimeout(timer));
  });
}
