import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { createPino, PinoNestLogger, toProblem, validationPipe, type Clock } from './common/index.js';
import type { AppConfig } from './config/index.js';
import {
  allowOrigins,
  DisconnectLog,
  redirectToDocs,
  limitConnections,
  lingerOnClose,
  logAnswers,
  rejectIllFormedQueries,
  EarlyErrors,
  secureAnswers,
  securityHeaders,
  SERVER_LIMITS,
  serveAdminUi,
  trustedProxies,
  serveOpenApi,
  useBodyParsers,
} from './http/index.js';
import { answerWebhooksDirectly } from './webhooks/index.js';
import { openApiMetadata } from './openapi-metadata.js';

// Longer than a load balancer's keep-alive, which would otherwise send a request into a closing connection.
const KEEP_ALIVE_MS = 65_000;

/**
 * Creates the service, ready to listen.
 * @param readableLog true for readable log lines instead of JSON
 */
export async function createApp(
  config: AppConfig,
  readableLog = process.stdout.isTTY,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const logger = createPino(config.http.logLevel, readableLog);
  const { publicUrl } = config.http;
  const headers = await securityHeaders({ publicUrl, embedOrigins: config.adminUi.embedOrigins });
  const earlyErrors = new EarlyErrors(headers.answers);
  const adapter = new FastifyAdapter({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new DisconnectLog({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    // The router would answer `OPTIONS *` before every hook, and so without their headers.
    rewriteUrl: ({ url = '/' }) => (url === '*' ? '/*' : url),
    trustProxy: trustedProxies(config.http.trustProxy),
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // An upload may take long. `limitConnections` limits silence instead.
    requestTimeout: 0,
    http: SERVER_LIMITS,
    connectionTimeout: 0,
    // While the server closes, a connection in use still gets one answer.
    return503OnClosing: false,
    frameworkErrors: earlyErrors.byRouter,
    clientErrorHandler: earlyErrors.byParser,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, clock), adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.server.on('checkExpectation', earlyErrors.byExpectation);
  logAnswers(fastify);
  if (config.tiktok.rehearsal) markRehearsal(fastify);
  secureAnswers(fastify, headers);
  await allowOrigins(fastify, config);
  limitConnections(fastify, config.http);
  lingerOnClose(fastify);
  rejectIllFormedQueries(fastify);
  await useBodyParsers(fastify);
  answerWebhooksDirectly(fastify, app);
  app.useGlobalPipes(validationPipe());
  if (config.servesApi) await servePages(app, fastify, config);
  else serveOnlyProbes(fastify);
  return app;
}

async function servePages(
  app: NestFastifyApplication,
  fastify: FastifyInstance,
  config: AppConfig,
): Promise<void> {
  await serveAdminUi(fastify, config);
  if (!config.http.docs) return;
  await serveOpenApi(app, config.http.publicUrl, openApiMetadata);
  redirectToDocs(fastify);
}

/** Marks every answer, because no post reaches TikTok. */
function markRehearsal(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-tiktok-rehearsal', 'sandbox');
  });
}

/** Serves only probes: a worker's work comes from the queue. */
function serveOnlyProbes(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.probe) return;
    const error = {
      status: 404,
      code: 'not_found',
      message: 'This process is a worker. Call a process with APP_ROLE all or api.',
    };
    await reply.status(404).type('application/problem+json').send(toProblem(error, request.id));
  });
}
