import { ACCOUNT_SCOPES } from './business/oauth/account-scopes.js';

/** A developer's app in TikTok's portal. */
export interface App {
  readonly clientKey: string;
  readonly clientSecret: string;
  /** Scopes that the portal has approved. The consent page refuses others. */
  readonly scopes: readonly string[];
}

/** The TikTok for Developers app of the sandbox. */
export const OPEN_API_APP: App = {
  clientKey: 'sandbox-client-key',
  clientSecret: 'sandbox-client-secret',
  scopes: [
    'user.info.basic',
    'user.info.profile',
    'user.info.stats',
    'video.list',
    'video.upload',
    'video.publish',
  ],
};

/** The TikTok API for Business app; its webhooks carry the app id as `client_key`. */
export const BUSINESS_APP = {
  appId: '7400000000000000001',
  secret: 'sandbox-business-secret',
} as const;

/** The business app on the consent page of TikTok accounts: its `client_key` is the app id. */
const BUSINESS_CONSENT_APP: App = {
  clientKey: BUSINESS_APP.appId,
  clientSecret: BUSINESS_APP.secret,
  scopes: ACCOUNT_SCOPES,
};

/** Both apps may send users to the consent page of TikTok accounts. Each one's codes work only in its own API. */
export function findConsentApp(clientKey: string): App | undefined {
  return clientKey === BUSINESS_CONSENT_APP.clientKey ? BUSINESS_CONSENT_APP : findApp(clientKey);
}

export function findApp(clientKey: string): App | undefined {
  return clientKey === OPEN_API_APP.clientKey ? OPEN_API_APP : undefined;
}
