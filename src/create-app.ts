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
import { logAnswers, serveOpenApi, useBodyParsers } from './http/index.js';

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
    // An upload may take as long as it moves; a silent connection is closed.
    requestTimeout: 0,
    connectionTimeout: 0,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(logger),
    abortOnError: false,
  });
  await useBodyParsers(adapter.getInstance());
  logAnswers(adapter.getInstance());
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  if (config.servesApi) serveOpenApi(app);
  else answerOnlyHealth(adapter.getInstance());
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
