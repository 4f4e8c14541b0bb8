import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const CATEGORIES = documentedAt(TIKTOK_PAGES.oauthErrors, [
  {
    code: 'access_denied',
    cause: 'the user declined the consent, or the account is not eligible',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The TikTok user did not grant access to this app. Connect the account again and accept, or ask its owner to do so.',
  },
  {
    code: 'invalid_client',
    cause: 'client_key or client_secret is wrong, or belongs to another app',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok rejected the client key and secret of this app. Ask the operator to set those of the right TikTok app. The sandbox and production have different ones.',
  },
  {
    code: 'invalid_grant',
    cause: 'the authorization code or refresh token is used, rotated, expired, revoked or from another app',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'TikTok no longer accepts this connection because its sign-in has expired, was already used or was revoked. Connect the account again.',
  },
  {
    code: 'invalid_request',
    cause:
      'a parameter is missing or malformed, redirect_uri or the PKCE verifier does not match, or the body is not form-encoded',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "TikTok rejected the request to connect the account. Ask the operator to compare this service's redirect URL with the one registered in the TikTok app.",
  },
  {
    code: 'invalid_scope',
    cause: 'a scope is unknown, malformed or not approved for the app',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'This app requested a permission that TikTok does not know or has not approved. Ask the operator to have it approved in the TikTok app. Then connect the account again.',
  },
  {
    code: 'unauthorized_client',
    cause: 'the app may not use this flow: not approved, not live, or the wrong product',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not allow this app to sign users in yet. Ask the operator to check that the TikTok app has Login Kit, is approved and is live, or to use its sandbox.',
  },
  {
    code: 'unsupported_grant_type',
    cause: 'TikTok does not support this grant_type',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok rejected how this service requested access. This is a bug in this service. Report it to the operator.',
  },
  {
    code: 'unsupported_response_type',
    cause: 'response_type is not "code"',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok rejected how this service started the sign-in. This is a bug in this service. Report it to the operator.',
  },
  {
    code: 'server_error',
    cause: "TikTok's authorization server had an internal error",
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok had an internal error during sign-in. Nothing is lost. Try again in a few minutes.',
  },
  {
    code: 'temporarily_unavailable',
    cause: "TikTok's authorization server is overloaded or under maintenance",
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'Sign-in with TikTok is unavailable at the moment. Nothing is lost. Try again in a few minutes.',
  },
]);

// TikTok shows these on its own page without a redirect. Users report the code that they see there.
const ON_THE_CONSENT_PAGE = documentedAt(TIKTOK_PAGES.loginKitWeb, [
  {
    code: 'client_key',
    cause: 'error_type on the consent page: unknown key, app not live, or a scope that is not approved',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not know this app, or does not allow it to request these permissions. Ask the operator to check the client key, that the TikTok app is live, and that each permission is approved.',
  },
  {
    code: '10003',
    cause: 'errCode on the consent page: client_key is missing or wrong',
    fixableBy: 'developer',
    retry: 'after_fix',
    message: 'TikTok does not know this app. Ask the operator to set the client key of the TikTok app.',
  },
  {
    code: 'redirect_uri',
    cause: 'error_type on the consent page: redirect_uri does not match a registered one exactly',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The redirect URL is not registered in the TikTok app. Ask the operator to register it exactly as this service shows it.',
  },
]);

const IN_THE_SANDBOX = documentedAt(TIKTOK_PAGES.sandbox, [
  {
    code: 'non_sandbox_target',
    cause: 'error_type on the consent page: the user is not a target user of the sandbox app',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The TikTok app is a sandbox, and this TikTok user is not one of its target users. Ask the operator to add the user, which takes up to 1 h. Then connect the account again.',
  },
]);

/** Sources: open API reference §1.7 (categories), §1.2 (consent page). */
export const OAUTH_ERRORS: ErrorEntry[] = [...CATEGORIES, ...ON_THE_CONSENT_PAGE, ...IN_THE_SANDBOX];
