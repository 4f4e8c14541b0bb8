import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import {
  createPino,
  newId,
  PinoNestLogger,
  ProblemFilter,
  toProblem,
  validationPipe,
} from './common/index.js';
import type { AppConfig } from './config/index.js';
import {
  allowOrigins,
  limitConnections,
  lingerOnClose,
  logAnswers,
  refuseByParser,
  refuseByRouter,
  refuseIllFormedQueries,
  serveOpenApi,
  useBodyParsers,
} from './http/index.js';

// A keep-alive connection that outlives the load balancer's would be cut under a request.
const KEEP_ALIVE_MS = 65_000;

/** The service, ready to listen. */
export async function createApp(config: AppConfig): Promise<NestFastifyApplication> {
  const logger = createPino(config.http.logLevel, process.stdout.isTTY);
  const adapter = new FastifyAdapter({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newId,
    trustProxy: config.http.trustProxy,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // An upload may take as long as it moves: limitConnections bounds silence instead.
    requestTimeout: 0,
    connectionTimeout: 0,
    // What arrives on a connection in use is still answered while the server closes, and is its last.
    return503OnClosing: false,
    frameworkErrors: refuseByRouter,
    clientErrorHandler: refuseByParser,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  logAnswers(fastify);
  await allowOrigins(fastify, config.http.corsOrigins);
  limitConnections(fastify, config.http);
  lingerOnClose(fastify);
  refuseIllFormedQueries(fastify);
  await useBodyParsers(fastify);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  if (config.servesApi) serveOpenApi(app);
  else answerOnlyHealth(fastify);
  return app;
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
