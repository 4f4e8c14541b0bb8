import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from '../http/origin.js';
import { notesOf } from '../http/request-notes.js';
import { logId } from '../ids.js';
import type { Limits, Settings } from '../settings.js';
import type { World } from '../world.js';
import { type ApiCall, jsonBody, queryOf, textBody } from './api-call.js';
import { exactJson } from '../exact-json.js';
import { errorEnvelope, okEnvelope } from './envelope.js';
import { accessTokenInvalid, OpenApiError, rateLimitExceeded, scopeNotAuthorized } from './open-api-error.js';

/** What a limit counts: calls of a token, of the Display API (`displayLimitPer`), or of an init. */
export type LimitScope = 'token' | 'display' | 'init';

/** One path of open.tiktokapis.com, as data: who may call it, how often, and what it does. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Any one of these is enough. */
  readonly scopes: readonly string[];
  readonly limit?: { readonly name: keyof Limits; readonly per: LimitScope };
  /** Returns the envelope's `data`. @throws OpenApiError */
  readonly handle: (call: ApiCall) => unknown;
}

export function serveEndpoint(app: FastifyInstance, world: World, endpoint: Endpoint): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: (request, reply) => answer(world, endpoint, request, reply),
  });
}

function answer(world: World, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): string {
  const id = logId(world.clock.now());
  void reply.header('content-type', 'application/json; charset=utf-8').header('x-tt-logid', id);
  try {
    const data = endpoint.handle(admit(world, endpoint, request));
    notesOf(request).code = 'ok';
    return exactJson(okEnvelope(data, id));
  } catch (error) {
    const refusal = error instanceof OpenApiError ? error : unexpected(world, error);
    notesOf(request).code = refusal.code;
    void reply.status(refusal.status);
    return exactJson(errorEnvelope(refusal, id));
  }
}

/** Checks that precede all parameters: token, scope, rate. */
function admit(world: World, endpoint: Endpoint, request: FastifyRequest): ApiCall {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const grant = world.grants.byAccessToken(token, world.clock.now());
  const account = grant && world.accounts.get(grant.username);
  if (!grant || !account) throw accessTokenInvalid();
  if (!endpoint.scopes.some((scope) => grant.scopes.includes(scope))) throw scopeNotAuthorized();
  const { limit } = endpoint;
  if (limit && world.settings.rateLimits) {
    const key = limitKey(world.settings, endpoint.path, limit.per, { token, clientKey: grant.clientKey });
    if (!world.minute.take(key, world.settings.limits[limit.name], world.clock.now()))
      throw rateLimitExceeded();
  }
  return {
    world,
    grant,
    account,
    query: queryOf(request.url),
    origin: originOf(world, request),
    body: () => jsonBody(request),
    bodyText: textBody(request),
  };
}

/** What is counted together. Two of these are not established, hence settings. Source: reference §7. */
function limitKey(
  settings: Settings,
  path: string,
  per: LimitScope,
  caller: { token: string; clientKey: string },
): string {
  if (per === 'display')
    return `${path} ${settings.displayLimitPer === 'app' ? caller.clientKey : caller.token}`;
  if (per === 'init' && settings.initLimit === 'shared') return `init ${caller.token}`;
  return `${path} ${caller.token}`;
}

function unexpected(world: World, error: unknown): OpenApiError {
  world.log(`unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return new OpenApiError(500, 'internal_error', 'Something went wrong. Please try again later.');
}
