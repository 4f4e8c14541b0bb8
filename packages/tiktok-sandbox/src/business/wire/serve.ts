import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exactJson } from '../../exact-json.js';
import { originOf } from '../../http/origin.js';
import { notesOf } from '../../http/request-notes.js';
import { logId } from '../../ids.js';
import { oddTotals } from '../../odd-lists/odd-totals.js';
import type { World } from '../../world.js';
import { BusinessError } from './business-error.js';
import type { BusinessEndpoint } from './endpoint.js';
import { envelope, RawAnswer } from './envelope.js';
import { readInput } from './request-input.js';

export const BASE_PATH = '/open_api/v1.3';

export function serveBusinessEndpoint(app: FastifyInstance, world: World, endpoint: BusinessEndpoint): void {
  app.route({
    method: endpoint.method,
    url: BASE_PATH + endpoint.path,
    handler: (request, reply) => answer(world, endpoint, request, reply),
  });
}

async function answer(
  world: World,
  endpoint: BusinessEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const id = logId(world.clock.now());
  void reply.header('content-type', 'application/json; charset=utf-8').header('x-tt-logid', id);
  try {
    const data = await work(world, endpoint, request, reply);
    notesOf(request).code = '0';
    if (!(data instanceof RawAnswer))
      return exactJson(envelope(0, 'OK', id, oddTotals(world.oddMode, endpoint.path, data)));
    void reply.header('content-type', data.type);
    return data.body;
  } catch (error) {
    const refusal = error instanceof BusinessError ? error : unexpected(world, error);
    notesOf(request).code = String(refusal.code);
    return exactJson(envelope(refusal.code, refusal.message, id, refusal.data));
  }
}

async function work(
  world: World,
  endpoint: BusinessEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const handle = endpoint.admit(world, request);
  const { watch } = endpoint;
  const input = await readInput(
    request,
    watch && ((field) => watch({ world }, field)),
    world.settings.business.getBody === 'accept',
  );
  return handle({
    ...input,
    world,
    state: world.business,
    tables: world.business.tables,
    settings: world.settings.business,
    origin: originOf(world, request),
    now: world.clock.now(),
    header: (name, value) => void reply.header(name, value),
  });
}

function unexpected(world: World, error: unknown): BusinessError {
  world.log(`unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return new BusinessError(50_000, 'System error.');
}
