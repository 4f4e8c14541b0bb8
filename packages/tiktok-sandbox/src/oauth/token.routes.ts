import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notesOf } from '../http/request-notes.js';
import { logId } from '../ids.js';
import { authorizationRemoved, REMOVED_BY_DEVELOPER } from '../webhooks/event-of.js';
import type { World } from '../world.js';
import { MALFORMED, OAuthError, oauthStatus } from './oauth-error.js';
import { answerTokenRequest, authenticate } from './token-request.js';

/** `/v2/oauth/token/` and `/v2/oauth/revoke/`: form-encoded only, errors in OAuth's flat shape. */
export function tokenRoutes(app: FastifyInstance, world: World): void {
  app.post('/v2/oauth/token/', (request, reply) =>
    answer(world, request, reply, (form) => answerTokenRequest(world, form)),
  );
  app.post('/v2/oauth/revoke/', (request, reply) =>
    answer(world, request, reply, (form) => revoke(world, form)),
  );
}

function revoke(world: World, form: URLSearchParams): object | string {
  authenticate(form);
  const token = form.get('token');
  if (!token) throw new OAuthError('invalid_request', MALFORMED);
  const grant = world.grants.byAccessToken(token, world.clock.now());
  if (!grant) throw new OAuthError('invalid_grant', 'Access token is invalid or expired.');
  world.grants.remove(grant.username);
  if (world.settings.webhookOnRevoke)
    world.webhooks.emit(authorizationRemoved(world, grant.username, REMOVED_BY_DEVELOPER));
  return world.settings.revokeAnswer === 'empty' ? '' : {};
}

function answer(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (form: URLSearchParams) => object | string,
): object | string {
  const id = logId(world.clock.now());
  void reply.header('x-tt-logid', id).header('cache-control', 'no-store');
  try {
    const form = formOf(request);
    requireWithinLimit(world, form);
    const body = work(form);
    notesOf(request).code = 'ok';
    return body;
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    notesOf(request).code = error.category;
    void reply.status(oauthStatus(world.settings, error.category));
    return { error: error.category, error_description: error.message, log_id: id };
  }
}

/** TikTok publishes no number for these; by default there is no limit. */
function requireWithinLimit(world: World, form: URLSearchParams): void {
  const { limits, rateLimits } = world.settings;
  const key = `oauth ${form.get('client_key') ?? ''}`;
  if (rateLimits && !world.minute.take(key, limits.oauth, world.clock.now()))
    throw new OAuthError('temporarily_unavailable', 'Too many requests. Please try again later.');
}

function formOf(request: FastifyRequest): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    throw new OAuthError(
      'invalid_request',
      'Only `application/x-www-form-urlencoded` is accepted as Content-Type.',
    );
  return new URLSearchParams(typeof request.body === 'string' ? request.body : '');
}
