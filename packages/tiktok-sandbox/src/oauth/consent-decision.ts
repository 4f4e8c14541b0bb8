import { BUSINESS_APP } from '../apps.js';
import { issueAccountCode } from '../business/oauth/account-code.js';
import type { World } from '../world.js';
import type { AuthorizeRequest } from './authorize-request.js';

/** What the user did on the consent page. */
export type Decision =
  | { readonly approve: true; readonly username: string; readonly scopes: string[] }
  | { readonly approve: false };

/** The URL to send the browser back to, with a code or with the refusal. */
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
  // URLSearchParams leaves `*` as it is; TikTok's callbacks carry it encoded.
  return request.redirectUri + separator + answer.toString().replaceAll('*', '%2A');
}
