import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import { type AuthorizeRequest, mayLogIn, NOT_A_TARGET, readAuthorizeRequest } from './authorize-request.js';
import { type Decision, decide } from './consent-decision.js';
import { consentPage, refusalPage } from './consent-page.js';

/** How many accounts the page lists; `sandbox_account` selects any other. */
const SHOWN_ACCOUNTS = 200;

/** Browsers reach the consent page with and without the trailing slash. */
const PATHS = ['/v2/auth/authorize/', '/v2/auth/authorize'];

/**
 * The consent page of www.tiktok.com. `sandbox_auto_approve=1` approves at once, `sandbox_deny=1` refuses at
 * once; `sandbox_account` and `sandbox_scopes` choose who and what.
 */
export function authorizeRoutes(app: FastifyInstance, world: World): void {
  for (const path of PATHS) {
    app.get(path, (request, reply) => open(world, queryOf(request.url), sessionOf(request), reply));
    app.post(path, (request, reply) => submit(world, new URLSearchParams(String(request.body ?? '')), reply));
  }
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
}

/** The account that is logged in to TikTok in this browser: the last one that approved a consent. */
const SESSION = 'sandbox_session';

function sessionOf(request: FastifyRequest): string | undefined {
  const cookie = new RegExp(`(?:^|; )${SESSION}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
  return cookie === undefined ? undefined : decodeURIComponent(cookie);
}

function open(
  world: World,
  query: URLSearchParams,
  session: string | undefined,
  reply: FastifyReply,
): FastifyReply {
  const request = readAuthorizeRequest(world, query);
  if ('errorType' in request) return page(reply, refusalPage(request));
  if (query.get('sandbox_deny') === '1') return redirect(world, request, { approve: false }, reply);
  if (query.get('sandbox_auto_approve') === '1')
    return approve(world, request, query, listOf(query.get('sandbox_scopes')) ?? request.scopes, reply);
  if (query.get('disable_auto_auth') === '0' && session !== undefined && hasAllowed(world, request, session))
    return redirect(world, request, { approve: true, username: session, scopes: request.scopes }, reply);
  return page(reply, consentPage(request, world.accounts.some(SHOWN_ACCOUNTS), query));
}

function submit(world: World, form: URLSearchParams, reply: FastifyReply): FastifyReply {
  const request = readAuthorizeRequest(world, form);
  if ('errorType' in request) return page(reply, refusalPage(request));
  if (form.get('sandbox_decision') !== 'approve') return redirect(world, request, { approve: false }, reply);
  return approve(world, request, form, form.getAll('sandbox_scope'), reply);
}

/** True if the account has already approved everything, so that the consent page may be skipped. */
function hasAllowed(world: World, request: AuthorizeRequest, username: string): boolean {
  const grants = world.grants.of(username).filter(({ clientKey }) => clientKey === request.app.clientKey);
  const held = new Set(grants.flatMap(({ scopes }) => scopes));
  return mayLogIn(world, username) && request.scopes.every((scope) => held.has(scope));
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
  if (!mayLogIn(world, account.username)) return page(reply, refusalPage(NOT_A_TARGET));
  const scopes = request.scopes.filter((scope) => wanted.includes(scope));
  void reply.header(
    'set-cookie',
    `${SESSION}=${encodeURIComponent(account.username)}; Path=/v2/auth/; HttpOnly; SameSite=Lax`,
  );
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
