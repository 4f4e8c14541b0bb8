import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const CATEGORIES = documentedAt(TIKTOK_PAGES.oauthErrors, [
  {
    code: 'access_denied',
    cause: 'the consent was refused, or the account is not eligible',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The TikTok user did not give this app access. Connect the account again and accept, or ask the owner of the account to do it.',
  },
  {
    code: 'invalid_client',
    cause: 'client_key or client_secret is wrong, or of another app',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not accept the key and secret of this app. Whoever runs this service must enter those of the right TikTok app: the sandbox and production have different ones.',
  },
  {
    code: 'invalid_grant',
    cause: 'authorization code or refresh token is used, rotated, expired, revoked, or of another app',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'TikTok no longer accepts this connection, because its sign-in has expired, was used already or was withdrawn. Connect the account again.',
  },
  {
    code: 'invalid_request',
    cause:
      'parameter missing or malformed, redirect_uri or PKCE verifier does not match, body is not form-encoded',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok could not read the request to connect the account. Whoever runs this service must compare its address for TikTok sign-in with the one registered in the TikTok app.',
  },
  {
    code: 'invalid_scope',
    cause: 'scope is unknown, malformed or not approved for the app',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'This app asked for a permission that TikTok does not know or has not approved for it. Whoever runs the TikTok app must add the permission there and have it approved; then connect the account again.',
  },
  {
    code: 'unauthorized_client',
    cause: 'the app may not use this flow: not approved, not live, or wrong product',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not let this app sign users in yet. Whoever runs the TikTok app must check in the developer portal that it has Login Kit, is approved and is live, or use its sandbox.',
  },
  {
    code: 'unsupported_grant_type',
    cause: 'grant_type is none that TikTok knows',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok refused the way in which this service asked for access. This is a fault of this service: please report it.',
  },
  {
    code: 'unsupported_response_type',
    cause: 'response_type is not "code"',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok refused the way in which this service asked for sign-in. This is a fault of this service: please report it.',
  },
  {
    code: 'server_error',
    cause: "internal error of TikTok's authorization server",
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok had an internal problem with sign-in. Nothing is lost: try again in a few minutes.',
  },
  {
    code: 'temporarily_unavailable',
    cause: "TikTok's authorization server is overloaded or in maintenance",
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'Sign-in at TikTok is not available at the moment. Nothing is lost: try again in a few minutes.',
  },
]);

// TikTok shows these on its own page and does not redirect: people report the word that stands there.
const ON_THE_CONSENT_PAGE = documentedAt(TIKTOK_PAGES.loginKitWeb, [
  {
    code: 'client_key',
    cause: 'error_type of the consent page: unknown key, app not live, or a scope that is not approved',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not know this app, or does not let it ask for these permissions. Whoever runs the TikTok app must check its client key, that it is live, and that every permission asked for is approved.',
  },
  {
    code: '10003',
    cause: 'errCode of the consent page: the parameter client_key is missing or wrong',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not know this app. Whoever runs this service must enter the client key of the TikTok app.',
  },
  {
    code: 'redirect_uri',
    cause: 'error_type of the consent page: redirect_uri is not registered, character for character',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The address to which TikTok should return is not registered in the TikTok app. Whoever runs the TikTok app must register it exactly as this service shows it.',
  },
]);

const IN_THE_SANDBOX = documentedAt(TIKTOK_PAGES.sandbox, [
  {
    code: 'non_sandbox_target',
    cause: "error_type of the consent page: the user is not among the sandbox app's target users",
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The TikTok app is a sandbox, and this TikTok user is not on its list. Whoever runs the TikTok app must add the user as a target user, which takes up to an hour; then connect the account again.',
  },
]);

/** Sources: open API reference §1.7 (categories), §1.2 (consent page). */
export const OAUTH_ERRORS: ErrorEntry[] = [...CATEGORIES, ...ON_THE_CONSENT_PAGE, ...IN_THE_SANDBOX];
