import { createHash } from 'node:crypto';
import { type App, findApp } from '../apps.js';
import { secretText } from '../ids.js';
import type { World } from '../world.js';
import { MALFORMED, OAuthError } from './oauth-error.js';
import { grantConsent, refreshGrant } from './token-issue.js';
import { CLIENT_TOKEN_SECONDS } from './token-profile.js';

/** Handles one token request by its grant type. @throws OAuthError */
export function answerTokenRequest(world: World, form: URLSearchParams): object {
  const app = authenticate(form);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(world, app, form);
    case 'refresh_token':
      return refresh(world, app, form);
    case 'client_credentials':
      return {
        access_token: `clt.${secretText(32)}`,
        expires_in: CLIENT_TOKEN_SECONDS,
        token_type: 'Bearer',
      };
    case null:
      throw new OAuthError('invalid_request', MALFORMED);
    default:
      throw new OAuthError('unsupported_grant_type', 'The grant type is not supported.');
  }
}

/** Finds the app of the form's credentials. @throws OAuthError */
export function authenticate(form: URLSearchParams): App {
  const secret = form.get('client_secret');
  if (!form.get('client_key')) throw new OAuthError('invalid_request', MALFORMED);
  if (!secret) throw new OAuthError('invalid_request', 'Client secret is missed in request.');
  const app = findApp(form.get('client_key') ?? '');
  if (app?.clientSecret !== secret)
    throw new OAuthError('invalid_client', 'Client key or secret is incorrect.');
  return app;
}

function exchangeCode(world: World, app: App, form: URLSearchParams): object {
  const code = form.get('code');
  if (!code) throw new OAuthError('invalid_request', MALFORMED);
  const consent = world.codes.peek(code, world.clock.now());
  if (consent?.clientKey !== app.clientKey)
    throw new OAuthError('invalid_grant', 'Authorization code is expired.');
  if (form.get('redirect_uri') !== consent.redirectUri)
    throw new OAuthError('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
  if (consent.codeChallenge && !isVerified(world, consent.codeChallenge, form.get('code_verifier') ?? ''))
    throw new OAuthError('invalid_request', 'Code verifier or code challenge is invalid.');
  world.codes.use(code);
  return grantConsent(world, consent);
}

/** TikTok's S256 is lower-case hex, not base64url. */
function isVerified({ settings: { pkceChallenge } }: World, challenge: string, verifier: string): boolean {
  if (pkceChallenge === 'ignored') return true;
  const hash = createHash('sha256').update(verifier).digest();
  if (challenge === hash.toString('hex')) return true;
  return pkceChallenge === 'hex_or_base64url' && challenge === hash.toString('base64url');
}

function refresh(world: World, app: App, form: URLSearchParams): object {
  const token = form.get('refresh_token');
  if (!token) throw new OAuthError('invalid_request', MALFORMED);
  const grant = world.grants.byRefreshToken(token, world.clock.now());
  if (grant?.clientKey !== app.clientKey)
    throw new OAuthError('invalid_grant', 'Refresh token is invalid or expired.');
  return refreshGrant(world, grant);
}
