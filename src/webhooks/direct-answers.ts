import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WebhookReceiver } from './intake/webhook-receiver.js';

/**
 * Answers deliveries without the framework's guards, interceptors and pipes, which have nothing to decide about them. The
 * controller still declares the route, so that it is documented. Errors take the usual way.
 */
export function answerWebhooksDirectly(fastify: FastifyInstance, app: INestApplication): void {
  const receiver = app.get(WebhookReceiver);
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.direct) return;
    route.handler = async (request: FastifyRequest, reply) => {
      await receiver.receive(request);
      return reply.send();
    };
  });
}
