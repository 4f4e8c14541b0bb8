import type { ApiClient } from '../api-client.js';
import { follow, RETURN_URL } from './consent.js';
import type { SandboxControl } from '../sandbox-control.js';

/** The three kinds of consent, and where TikTok sends the browser back to after each. */
export const CALLBACKS = {
  login: '/connect/oauth/tiktok/callback',
  account: '/connect/oauth/tiktok/account/callback/',
  advertiser: '/connect/oauth/tiktok/advertiser/callback/',
} as const;

export type Family = keyof typeof CALLBACKS;
export const FAMILIES = Object.keys(CALLBACKS) as Family[];

const TOKEN_ENDPOINTS = [
  'POST /v2/oauth/token/',
  'POST /open_api/v1.3/tt_user/oauth2/token/',
  'POST /open_api/v1.3/tt_user/oauth2/refresh_token/',
  'POST /open_api/v1.3/oauth2/access_token/',
];

/** The number of token calls, for all families. */
export async function allTokenCalls(sandbox: SandboxControl): Promise<number> {
  const calls = await Promise.all(TOKEN_ENDPOINTS.map((endpoint) => sandbox.calls(endpoint)));
  return calls.reduce((sum, count) => sum + count, 0);
}

/** Approves TikTok's page. @returns the callback's address, not yet visited */
export function approve(authUrl: string, account: string): Promise<URL> {
  const page = new URL(authUrl);
  page.searchParams.set('sandbox_auto_approve', '1');
  page.searchParams.set('sandbox_account', account);
  return follow(page.href);
}

/** A consent of the family, given and not yet brought back. The consents that must come before it are finished. */
export async function callbackOf(family: Family, api: ApiClient, account: string): Promise<URL> {
  const scopes = ['user.info.basic', 'user.info.profile', 'video.list', 'video.publish'];
  const wanted = family === 'account' ? [...scopes, 'business.creator.insights'] : scopes;
  const login = await approve(await pageFor(api, 'get-auth-url', { scopes: wanted }), account);
  if (family === 'login') return login;
  const next = await follow(login.href);
  if (family === 'account') return await approve(next.href, account);
  return await approve(await pageFor(api, 'get-ads-auth-url', {}), account);
}

async function pageFor(api: ApiClient, action: string, body: object): Promise<string> {
  const answer = await api.provider<{ authUrl: string }>(action, { returnUrl: RETURN_URL, ...body });
  return answer.body.authUrl;
}
