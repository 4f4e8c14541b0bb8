import type { Environment } from './environment.schema.js';
import type { AdWebhook, WebhookFamily } from './settings/tiktok.settings.js';

// https://developers.tiktok.com/doc/content-sharing-guidelines
const UNAUDITED_USERS = 5;

export function toTikTokSettings(env: Environment) {
  return {
    /** True while production mode is rehearsed against a sandbox on this machine. */
    rehearsal: env.TIKTOK_REHEARSAL,
    login: app(env.TIKTOK_CLIENT_KEY, env.TIKTOK_CLIENT_SECRET) ?? { id: '', secret: '' },
    business: app(env.TIKTOK_BUSINESS_APP_ID, env.TIKTOK_BUSINESS_SECRET),
    /** Secrets besides those of the apps, and the families whose signatures are not verified. */
    webhooks: {
      loginSecrets: env.TIKTOK_WEBHOOK_SECRETS,
      businessSecrets: env.TIKTOK_BUSINESS_WEBHOOK_SECRETS,
      unverified: env.TIKTOK_UNVERIFIED_WEBHOOKS as WebhookFamily[],
    },
    /** Whether the service checks or registers the webhooks of Business accounts, and how often. */
    accountWebhooks: {
      mode: env.TIKTOK_ACCOUNT_WEBHOOKS,
      checkMinutes: env.TIKTOK_ACCOUNT_WEBHOOK_MINUTES,
    },
    /** The same for webhooks of ad accounts. */
    adWebhooks: {
      mode: env.TIKTOK_ADS_WEBHOOKS,
      families: env.TIKTOK_ADS_WEBHOOK_FAMILIES as AdWebhook[],
    },
    /** The longest effect of incidents that TikTok reports. */
    incidentHours: env.TIKTOK_INCIDENT_HOURS,
    audited: env.TIKTOK_APP_AUDITED,
    authBaseUrl: env.TIKTOK_AUTH_BASE_URL,
    apiBaseUrl: env.TIKTOK_API_BASE_URL,
    businessBaseUrl: env.TIKTOK_BUSINESS_BASE_URL,
    /** `v1.3`; part of every path of the Business API. */
    businessApiVersion: env.TIKTOK_BUSINESS_API_VERSION,
    /** Level of the Business app, which sets its rate limits. */
    businessTier: env.TIKTOK_BUSINESS_TIER,
    /** Scopes of the consent for comments and insights. */
    accountScopes: env.TIKTOK_BUSINESS_ACCOUNT_SCOPES,
    /** True if calls are delayed to stay within TikTok's rate limits. */
    keepsRateLimits: env.TIKTOK_KEEP_RATE_LIMITS,
    uploadHosts: env.TIKTOK_UPLOAD_HOSTS,
  };
}

/** TikTok's limits of posts; `activeUsersPerDay` undefined: no known limit. */
export function toQuotas(env: Environment) {
  return {
    postsPerDay: env.TIKTOK_POSTS_PER_DAY,
    activeUsersPerDay:
      env.TIKTOK_ACTIVE_USERS_PER_DAY ?? (env.TIKTOK_APP_AUDITED ? undefined : UNAUDITED_USERS),
  };
}

export type BusinessTier = Environment['TIKTOK_BUSINESS_TIER'];

/** Credentials of one TikTok app. */
export interface TikTokApp {
  id: string;
  secret: string;
}

function app(id: string | undefined, secret: string | undefined): TikTokApp | undefined {
  return id && secret ? { id, secret } : undefined;
}
