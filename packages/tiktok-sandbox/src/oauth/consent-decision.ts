import { BUSINESS_APP } from '../apps.js';
import { issueAccountCode } from '../business/oauth/account-code.js';
import type { World } from '../world.js';
import type { AuthorizeRequest } from './authorize-request.js';

/** The user's decision on the consent page. */
export type Decision =
  | { readonly approve: true; readonly username: string; readonly scopes: string[] }
  | { readonly approve: false };

/** Builds the URL to which the browser returns, with a code or an error. */
export function decide(world: World, request: AuthorizeRequest, decision: Decision): string {
  const answer = new URLSearchParams();
  if (decision.approve) {
    const consent = {
      clientKey: request.app.clientKey,
      username: decision.username,
      scopes: decision.scopes,
      redirectUri: request.redirectUri,
      codeChallenge: request.codeChallenge,
    };
    const isBusiness = request.app.clientKey === BUSINESS_APP.appId;
    const code = isBusiness
      ? issueAccountCode(world, consent)
      : world.codes.issue(consent, world.clock.now());
    answer.set('code', code);
    answer.set('scopes', decision.scopes.join(','));
  } else {
    answer.set('error', 'access_denied');
    answer.set('error_description', 'User denied the authorization.');
  }
  if (request.state !== undefined) answer.set('state', request.state);
  const separator = request.redirectUri.includes('?') ? '&' : '?';
  // URLSearchParams does not encode `*`; TikTok's callbacks do.
  return request.redirectUri + separator + answer.toString().replaceAll('*', '%2A');
}
