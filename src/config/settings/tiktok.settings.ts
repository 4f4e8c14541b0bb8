import { z } from 'zod';
import {
  domains,
  flag,
  identifier,
  listOf,
  listOfSome,
  oneOf,
  origin,
  wholeNumber,
  type Env,
} from '../setting-kinds.js';
import { pullSettings } from './pull.settings.js';

/** Families of webhooks of ad accounts that the service can subscribe to. */
export const AD_WEBHOOKS = [
  'AD_ACCOUNT_SUSPENSION',
  'CREATIVE_FATIGUE',
  'REPORT_DATA_CHANGE',
  'API_SERVICE_STATUS',
] as const;
export type AdWebhook = (typeof AD_WEBHOOKS)[number];

/** Webhooks of the app, of Business accounts, and of ads. */
export const WEBHOOK_FAMILIES = ['login', 'accounts', 'ads'] as const;
export type WebhookFamily = (typeof WEBHOOK_FAMILIES)[number];

const secrets = listOf(
  (item) => identifier.safeParse(item).success,
  'must be copied exactly, without blanks',
);

// What this service uses: the account's insights, and reading and answering its comments.
const ACCOUNT_SCOPES = [
  'user.info.basic',
  'user.info.username',
  'user.info.stats',
  'user.insights',
  'video.list',
  'video.insights',
  'comment.list',
  'comment.list.manage',
];

/** Scopes of the consent for comments and insights. TikTok approves them per app, and refuses all if one is not approved. */
const accountScopes = listOf(
  (scope) => /^[a-z]+(\.[a-z_]+)+$/.test(scope),
  'must be a scope such as comment.list, as the TikTok for Business portal shows it',
).default(ACCOUNT_SCOPES);

/** Settings of the TikTok apps, TikTok's addresses and limits, and media that TikTok fetches. */
export const tiktokSettings = {
  TIKTOK_CLIENT_KEY: identifier
    .optional()
    .describe('Your app at TikTok for Developers. Unset: npm start uses the local sandbox. (production)'),
  TIKTOK_CLIENT_SECRET: identifier.optional().describe('Secret of that app. (production)'),
  TIKTOK_BUSINESS_APP_ID: identifier
    .optional()
    .describe('Your app at TikTok API for Business, if you have one'),
  TIKTOK_BUSINESS_SECRET: identifier.optional().describe('Secret of that app'),
  TIKTOK_WEBHOOK_SECRETS: secrets
    .default([])
    .describe(
      'Comma-separated further secrets of the app, with which webhooks may be signed: the old or the next one during a rotation',
    ),
  TIKTOK_BUSINESS_WEBHOOK_SECRETS: secrets
    .default([])
    .describe('The same for the app at TikTok API for Business'),
  TIKTOK_UNVERIFIED_WEBHOOKS: listOfSome(WEBHOOK_FAMILIES)
    .default([])
    .describe(
      'Families of webhooks that are accepted without a valid signature: login (the app), accounts (comments and messages) ' +
        'and ads. Only if something in front of this service verifies them',
    ),
  TIKTOK_ACCOUNT_WEBHOOKS: oneOf(['off', 'check', 'register'])
    .default('off')
    .describe(
      'Webhooks of Business accounts. register: regularly point videos, comments and messages to PUBLIC_URL; ' +
        'check: only report that they are not; off: neither. TikTok has one URL per app, so let only one environment register',
    ),
  TIKTOK_ACCOUNT_WEBHOOK_MINUTES: wholeNumber(1, 1440)
    .default(60)
    .describe('Minutes between two looks at the webhooks of Business accounts, and of ad accounts'),
  TIKTOK_ADS_WEBHOOKS: oneOf(['off', 'check', 'register'])
    .default('off')
    .describe(
      'Webhooks of ad accounts. register: regularly subscribe to TIKTOK_ADS_WEBHOOK_FAMILIES for every connected ' +
        'ad account; check: only report missing subscriptions; off: neither',
    ),
  TIKTOK_ADS_WEBHOOK_FAMILIES: listOfSome(AD_WEBHOOKS)
    .default(['CREATIVE_FATIGUE', 'API_SERVICE_STATUS'])
    .describe(
      'Comma-separated families for TIKTOK_ADS_WEBHOOKS. AD_ACCOUNT_SUSPENSION and REPORT_DATA_CHANGE need the consent of your ' +
        'TikTok representative',
    ),
  TIKTOK_INCIDENT_HOURS: wholeNumber(1, 720)
    .default(48)
    .describe(
      'Longest time for which incidents that TikTok reports by API_SERVICE_STATUS pause planned syncs, and keep refused tokens ' +
        'from ending integrations, in hours',
    ),
  TIKTOK_APP_AUDITED: flag
    .default(true)
    .describe('false until TikTok has audited the app: such apps may publish only private posts'),
  TIKTOK_AUTH_BASE_URL: origin
    .default('https://www.tiktok.com')
    .describe("Address of TikTok's consent pages"),
  TIKTOK_API_BASE_URL: origin.default('https://open.tiktokapis.com').describe('Address of the open API'),
  TIKTOK_BUSINESS_BASE_URL: origin
    .default('https://business-api.tiktok.com')
    .describe('Address of the Business API'),
  TIKTOK_BUSINESS_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v1.3')
    .default('v1.3')
    .describe('Version of the Business API, which is part of every path'),
  TIKTOK_BUSINESS_TIER: oneOf(['basic', 'advanced', 'premium', 'ultimate'])
    .default('basic')
    .describe('Level of the Business app, which sets its rate limits: basic, advanced, premium or ultimate'),
  TIKTOK_BUSINESS_ACCOUNT_SCOPES: accountScopes.describe(
    'Comma-separated scopes of the consent for comments and insights. List only scopes that TikTok has approved for ' +
      'the Business app: it refuses the whole consent otherwise. Comments need comment.list, insights video.insights',
  ),
  TIKTOK_REHEARSAL: flag
    .default(false)
    .describe(
      'true: rehearse production mode against a sandbox on this machine; see docs/operating.md. Allows http at a loopback ' +
        "address for the three addresses above and PUBLIC_URL. With TikTok's own addresses the service does not start",
    ),
  TIKTOK_KEEP_RATE_LIMITS: flag
    .default(true)
    .describe("Delay calls to stay within TikTok's rate limits. false: only against the sandbox"),
  TIKTOK_POSTS_PER_DAY: wholeNumber(1, 1_000_000)
    .default(15)
    .describe('Direct posts of an account in 24 hours, through all apps together; TikTok names about 15'),
  TIKTOK_ACTIVE_USERS_PER_DAY: wholeNumber(1, 1_000_000_000)
    .optional()
    .describe(
      'Accounts that may post through the app in 24 hours. Unset: 5 until the app is audited, then no known limit',
    ),
  TIKTOK_UPLOAD_HOSTS: domains('tiktokapis.com')
    .default(['tiktokapis.com'])
    .describe("Domains (with sub-domains) that TikTok's upload URLs may use, besides TIKTOK_API_BASE_URL"),
  ...pullSettings,
};

type TikTokEnv = Env<typeof tiktokSettings>;

// https://developers.tiktok.com/doc/content-sharing-guidelines
const UNAUDITED_USERS = 5;

export function toTikTokSettings(env: TikTokEnv) {
  return {
    rehearsal: env.TIKTOK_REHEARSAL,
    login: app(env.TIKTOK_CLIENT_KEY, env.TIKTOK_CLIENT_SECRET) ?? { id: '', secret: '' },
    business: app(env.TIKTOK_BUSINESS_APP_ID, env.TIKTOK_BUSINESS_SECRET),
    /** Secrets besides those of the apps, and the families whose signatures are not verified. */
    webhooks: {
      loginSecrets: env.TIKTOK_WEBHOOK_SECRETS,
      businessSecrets: env.TIKTOK_BUSINESS_WEBHOOK_SECRETS,
      unverified: env.TIKTOK_UNVERIFIED_WEBHOOKS,
    },
    /** Whether the service checks or registers the webhooks of Business accounts, and how often. */
    accountWebhooks: {
      mode: env.TIKTOK_ACCOUNT_WEBHOOKS,
      checkMinutes: env.TIKTOK_ACCOUNT_WEBHOOK_MINUTES,
    },
    /** The same for webhooks of ad accounts. */
    adWebhooks: {
      mode: env.TIKTOK_ADS_WEBHOOKS,
      families: env.TIKTOK_ADS_WEBHOOK_FAMILIES,
    },
    incidentHours: env.TIKTOK_INCIDENT_HOURS,
    audited: env.TIKTOK_APP_AUDITED,
    authBaseUrl: env.TIKTOK_AUTH_BASE_URL,
    apiBaseUrl: env.TIKTOK_API_BASE_URL,
    businessBaseUrl: env.TIKTOK_BUSINESS_BASE_URL,
    /** `v1.3`; part of every path of the Business API. */
    businessApiVersion: env.TIKTOK_BUSINESS_API_VERSION,
    businessTier: env.TIKTOK_BUSINESS_TIER,
    accountScopes: env.TIKTOK_BUSINESS_ACCOUNT_SCOPES,
    keepsRateLimits: env.TIKTOK_KEEP_RATE_LIMITS,
    uploadHosts: env.TIKTOK_UPLOAD_HOSTS,
  };
}

/** TikTok's limits of posts; `activeUsersPerDay` undefined: no known limit. */
export function toQuotas(env: TikTokEnv) {
  return {
    postsPerDay: env.TIKTOK_POSTS_PER_DAY,
    activeUsersPerDay:
      env.TIKTOK_ACTIVE_USERS_PER_DAY ?? (env.TIKTOK_APP_AUDITED ? undefined : UNAUDITED_USERS),
  };
}

export type BusinessTier = TikTokEnv['TIKTOK_BUSINESS_TIER'];

/** Credentials of one TikTok app. */
export interface TikTokApp {
  id: string;
  secret: string;
}

function app(id: string | undefined, secret: string | undefined): TikTokApp | undefined {
  return id && secret ? { id, secret } : undefined;
}
