/** A developer's app in TikTok's portal. */
export interface App {
  readonly clientKey: string;
  readonly clientSecret: string;
  /** Scopes that the portal has approved; any other is refused on the consent page. */
  readonly scopes: readonly string[];
}

/** The TikTok for Developers app that everybody may use. */
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

export function findApp(clientKey: string): App | undefined {
  return clientKey === OPEN_API_APP.clientKey ? OPEN_API_APP : undefined;
}
