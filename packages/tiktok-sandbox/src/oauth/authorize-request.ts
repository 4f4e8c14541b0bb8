import { isUrl } from '../is-url.js';
import { type App, findConsentApp } from '../apps.js';
import type { World } from '../world.js';

/** A consent request that may be shown to the user. */
export interface AuthorizeRequest {
  readonly app: App;
  readonly scopes: string[];
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly codeChallenge: string | undefined;
}

/** Errors that TikTok's error page names. They never redirect. Source: reference §1.2. */
export interface AuthorizeRefusal {
  readonly error: 'unauthorized_client' | 'unsupported_response_type' | 'invalid_request';
  readonly errorType:
    | 'client_key'
    | 'redirect_uri'
    | 'scope'
    | 'response_type'
    | 'code_challenge_method'
    | 'non_sandbox_target';
  /** Observed only for a wrong client key. */
  readonly errCode?: number;
}

/** Username of the user who is about to approve; a sandbox app lists its users by name. */
export const NOT_A_TARGET: AuthorizeRefusal = {
  error: 'unauthorized_client',
  errorType: 'non_sandbox_target',
};

export function readAuthorizeRequest(
  world: World,
  params: URLSearchParams,
): AuthorizeRequest | AuthorizeRefusal {
  const app = findConsentApp(params.get('client_key') ?? '');
  if (!app || !world.settings.appApproved)
    return { error: 'unauthorized_client', errorType: 'client_key', errCode: 10_003 };
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!mayRedirect(world.settings.redirectUris, redirectUri))
    return { error: 'unauthorized_client', errorType: 'redirect_uri' };
  if (params.get('response_type') !== 'code')
    return { error: 'unsupported_response_type', errorType: 'response_type' };
  const scopes = (params.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  if (scopes.length === 0 || scopes.some((scope) => !app.scopes.includes(scope)))
    return { error: 'unauthorized_client', errorType: world.settings.unapprovedScopeError };
  const codeChallenge = params.get('code_challenge') ?? undefined;
  if (codeChallenge !== undefined && params.get('code_challenge_method') !== 'S256')
    return { error: 'invalid_request', errorType: 'code_challenge_method' };
  const state = params.get('state') ?? undefined;
  return { app, scopes: [...new Set(scopes)], redirectUri, state, codeChallenge };
}

/** A sandbox app lists its users by name. Any other app is open to everyone. */
export function mayLogIn(world: World, username: string): boolean {
  const { targetUsers } = world.settings;
  return targetUsers.length === 0 || targetUsers.includes(username);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Registered URIs match character for character. Without any, those of this machine are accepted. */
export function mayRedirect(registered: readonly string[], uri: string): boolean {
  if (registered.length > 0) return registered.some((pattern) => pattern === uri || anyPort(pattern, uri));
  if (!isUrl(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return /^https?:$/.test(protocol) && LOOPBACK.has(hostname);
}

/** Desktop apps may register `http://localhost:*` with any path. Source: reference §1.1. */
function anyPort(pattern: string, uri: string): boolean {
  const [, origin = '', path = ''] = /^(https?:\/\/(?:localhost|127\.0\.0\.1)):\*(.*)$/.exec(pattern) ?? [];
  if (origin === '' || !uri.startsWith(`${origin}:`)) return false;
  const [, port, rest] = /^(\d{1,5})(.*)$/.exec(uri.slice(origin.length + 1)) ?? [];
  return port !== undefined && rest === path;
}
