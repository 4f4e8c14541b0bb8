import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { createPino, PinoNestLogger, toProblem, validationPipe, type Clock } from './common/index.js';
import type { AppConfig } from './config/index.js';
import {
  allowOrigins,
  HangUpLog,
  leadToDocs,
  limitConnections,
  lingerOnClose,
  logAnswers,
  refuseIllFormedQueries,
  Refusals,
  secureAnswers,
  securityHeaders,
  SERVER_LIMITS,
  trustedProxies,
  serveOpenApi,
  useBodyParsers,
} from './http/index.js';

// A keep-alive connection that outlives the load balancer's would be cut under a request.
const KEEP_ALIVE_MS = 65_000;

/**
 * The service, ready to listen.
 * @param readableLog whether lines for people are written instead of JSON
 */
export async function createApp(
  config: AppConfig,
  readableLog = process.stdout.isTTY,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const logger = createPino(config.http.logLevel, readableLog);
  const headers = await securityHeaders(config.http.publicUrl);
  const refusals = new Refusals(headers.answers);
  const adapter = new FastifyAdapter({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new HangUpLog({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    // `OPTIONS *` asks about the server. The router would answer it past every hook, without their headers.
    rewriteUrl: ({ url = '/' }) => (url === '*' ? '/*' : url),
    trustProxy: trustedProxies(config.http.trustProxy),
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // An upload may take as long as it moves: limitConnections bounds silence instead.
    requestTimeout: 0,
    http: SERVER_LIMITS,
    connectionTimeout: 0,
    // What arrives on a connection in use is still answered while the server closes, and is its last.
    return503OnClosing: false,
    frameworkErrors: refusals.byRouter,
    clientErrorHandler: refusals.byParser,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, clock), adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.server.on('checkExpectation', refusals.byExpectation);
  logAnswers(fastify);
  if (config.tiktok.rehearsal) markRehearsal(fastify);
  secureAnswers(fastify, headers);
  await allowOrigins(fastify, config);
  limitConnections(fastify, config.http);
  lingerOnClose(fastify);
  refuseIllFormedQueries(fastify);
  await useBodyParsers(fastify);
  app.useGlobalPipes(validationPipe());
  if (!config.servesApi) answerOnlyHealth(fastify);
  else if (config.http.docs) {
    serveOpenApi(app, config.http.publicUrl);
    leadToDocs(fastify);
  }
  return app;
}

/** Every answer shows that no post reaches TikTok. */
function markRehearsal(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-tiktok-rehearsal', 'sandbox');
  });
}

/** A worker does its work elsewhere; HTTP tells only that it lives. */
function answerOnlyHealth(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    const error = {
      status: 404,
      code: 'not_found',
      message: 'This process is a worker: call one with APP_ROLE all or api.',
    };
    await reply.status(404).type('application/problem+json').send(toProblem(error, request.id));
  });
}
