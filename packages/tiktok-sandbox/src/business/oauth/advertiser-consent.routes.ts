import type { FastifyInstance, FastifyReply } from 'fastify';
import { BUSINESS_APP } from '../../apps.js';
import { mayRedirect } from '../../oauth/authorize-request.js';
import { queryOf } from '../../open-api/api-call.js';
import type { World } from '../../world.js';
import { advertiserConsentPage, advertiserRefusalPage } from './advertiser-consent-page.js';

/** The portal's page and its older alias; browsers reach both with and without the last slash. */
const PATHS = ['/portal/auth', '/portal/auth/', '/marketing_api/auth', '/marketing_api/auth/'];

/**
 * The consent page for ad accounts. `sandbox_auto_approve=1` approves at once, for the advertisers in
 * `sandbox_advertisers` (comma list) or all; `sandbox_deny=1` refuses at once.
 */
export function advertiserConsentRoutes(app: FastifyInstance, world: World): void {
  for (const path of PATHS) {
    app.get(path, (request, reply) => open(world, queryOf(request.url), reply));
    app.post(path, (request, reply) => submit(world, new URLSearchParams(String(request.body ?? '')), reply));
  }
}

function open(world: World, query: URLSearchParams, reply: FastifyReply): FastifyReply {
  const complaint = complaintAbout(world, query);
  if (complaint) return page(reply, advertiserRefusalPage(complaint));
  if (query.get('sandbox_deny') === '1') return leave(query, reply, {});
  const all = world.business.tables.advertisers.all();
  if (query.get('sandbox_auto_approve') === '1')
    return approve(
      world,
      query,
      query.get('sandbox_advertisers')?.split(',') ?? all.map(({ id }) => id),
      reply,
    );
  return page(reply, advertiserConsentPage(all, query));
}

function submit(world: World, form: URLSearchParams, reply: FastifyReply): FastifyReply {
  const complaint = complaintAbout(world, form);
  if (complaint) return page(reply, advertiserRefusalPage(complaint));
  if (form.get('sandbox_decision') !== 'approve') return leave(form, reply, {});
  return approve(world, form, form.getAll('sandbox_advertiser'), reply);
}

function complaintAbout(world: World, params: URLSearchParams): string | undefined {
  if (params.get('app_id') !== BUSINESS_APP.appId) return 'app_id';
  return mayRedirect(world.settings.redirectUris, params.get('redirect_uri') ?? '')
    ? undefined
    : 'redirect_uri';
}

function approve(
  world: World,
  params: URLSearchParams,
  wanted: readonly string[],
  reply: FastifyReply,
): FastifyReply {
  const ids = wanted.filter((id) => world.business.tables.advertisers.get(id));
  const lifetimeMs = world.settings.business.advertiserCodeMinutes * 60_000;
  const code = world.business.codes.issueForAdvertisers(ids, world.clock.now() + lifetimeMs);
  // Real responses carry the same value under both names.
  return leave(params, reply, { auth_code: code, code });
}

/** TikTok documents no error parameter: a refusal comes back without a code. */
function leave(params: URLSearchParams, reply: FastifyReply, answer: Record<string, string>): FastifyReply {
  const state = params.get('state');
  const query = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
  const uri = params.get('redirect_uri') ?? '';
  return reply.redirect(`${uri}${uri.includes('?') ? '&' : '?'}${query.toString()}`, 302);
}

function page(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
