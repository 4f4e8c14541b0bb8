import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../world.js';
import { type AuthorizeRequest, readAuthorizeRequest } from './authorize-request.js';
import { type Decision, decide } from './consent-decision.js';
import { consentPage, refusalPage } from './consent-page.js';

/** Browsers reach the consent page with and without the last slash. */
const PATHS = ['/v2/auth/authorize/', '/v2/auth/authorize'];

/**
 * The consent page of www.tiktok.com. `sandbox_auto_approve=1` approves at once, `sandbox_deny=1` refuses at
 * once; `sandbox_account` and `sandbox_scopes` choose who and what.
 */
export function authorizeRoutes(app: FastifyInstance, world: World): void {
  for (const path of PATHS) {
    app.get(path, (request, reply) => open(world, queryOf(request.url), reply));
    app.post(path, (request, reply) => submit(world, new URLSearchParams(String(request.body ?? '')), reply));
  }
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
}

function open(world: World, query: URLSearchParams, reply: FastifyReply): FastifyReply {
  const request = readAuthorizeRequest(world, query);
  if ('errorType' in request) return page(reply, refusalPage(request));
  if (query.get('sandbox_deny') === '1') return redirect(world, request, { approve: false }, reply);
  if (query.get('sandbox_auto_approve') === '1')
    return approve(world, request, query, listOf(query.get('sandbox_scopes')) ?? request.scopes, reply);
  return page(reply, consentPage(request, world.accounts.all(), query));
}

function submit(world: World, form: URLSearchParams, reply: FastifyReply): FastifyReply {
  const request = readAuthorizeRequest(world, form);
  if ('errorType' in request) return page(reply, refusalPage(request));
  if (form.get('sandbox_decision') !== 'approve') return redirect(world, request, { approve: false }, reply);
  return approve(world, request, form, form.getAll('sandbox_scope'), reply);
}

function approve(
  world: World,
  request: AuthorizeRequest,
  params: URLSearchParams,
  wanted: readonly string[],
  reply: FastifyReply,
): FastifyReply {
  const account = world.accounts.find(params.get('sandbox_account') ?? undefined);
  if (!account) return page(reply.status(404), 'No such account in this sandbox.');
  const scopes = request.scopes.filter((scope) => wanted.includes(scope));
  return redirect(world, request, { approve: true, username: account.username, scopes }, reply);
}

function listOf(text: string | null): string[] | undefined {
  return text?.split(',');
}

function redirect(
  world: World,
  request: AuthorizeRequest,
  decision: Decision,
  reply: FastifyReply,
): FastifyReply {
  return reply.redirect(decide(world, request, decision), 302);
}

function page(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
