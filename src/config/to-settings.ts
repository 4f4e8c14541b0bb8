import path from 'node:path';
import { toAdsSettings } from './ads-settings.js';
import { toCrmSettings } from './crm-settings.js';
import { toDatabaseSettings } from './database-settings.js';
import type { EncryptionKey } from './encryption-keys.js';
import type { Environment } from './environment.schema.js';
import { toAddresses, toHttpSettings } from './http-settings.js';
import { toMessageSettings } from './message-settings.js';
import { toNotificationSettings } from './notification-settings.js';
import type { PullSettings } from './pull-settings.js';
import { toSyncSettings } from './sync-settings.js';
import { toQuotas, toTikTokSettings } from './tiktok-settings.js';
import type { Variables } from './tidy-values.js';
import { toUploadSettings } from './upload-settings.js';

interface Parsed {
  env: Environment;
  /** Newest first. */
  encryptionKeys: readonly [EncryptionKey, ...EncryptionKey[]];
  variables: Variables;
  tidiedKeys: readonly string[];
}

/** Groups the parsed variables by their users. */
export function toSettings({ env, encryptionKeys, variables, tidiedKeys }: Parsed) {
  const addresses = toAddresses(env);
  const { publicUrl, returnUrlOrigins, returnPage } = addresses;
  const pulls: PullSettings = {
    publicUrl: env.MEDIA_PUBLIC_URL ?? publicUrl,
    verifiedUrls: env.TIKTOK_VERIFIED_URLS,
    ownershipFiles: env.TIKTOK_VERIFICATION_FILES,
  };
  return {
    production: env.NODE_ENV === 'production',
    /** Settings whose value had surrounding blanks, quotes or line breaks, which are ignored. */
    tidiedKeys,
    role: env.APP_ROLE,
    /** Addresses that users give may lead into the operator's network. */
    allowPrivateAddresses: env.ALLOW_PRIVATE_ADDRESSES,
    http: toHttpSettings(env, addresses),
    dataDir: path.resolve(env.DATA_DIR),
    database: toDatabaseSettings(env, variables.PGAPPNAME),
    redisUrl: env.REDIS_URL,
    /** Prefix of job keys in Redis; undefined: derived from the database's identity. */
    redisPrefix: env.REDIS_PREFIX,
    jwt: toJwtSettings(env),
    returnUrlOrigins,
    returnPage,
    /** Newest first: the first encrypts, all decrypt. */
    encryptionKeys,
    tiktok: toTikTokSettings(env),
    uploads: toUploadSettings(env),
    /** Media that TikTok fetches itself. */
    pulls,
    quotas: toQuotas(env),
    /** Maximum number of awaited or ready posts of an organisation; 0: no limit. */
    maxUnfinishedPosts: env.MAX_UNFINISHED_POSTS,
    /** Hours by which a scheduled post may be late and still be published automatically. */
    scheduleGraceHours: env.SCHEDULE_GRACE_HOURS,
    /** Days for which an account's data is kept after its user revoked the access. */
    removedAccessPurgeDays: env.REMOVED_ACCESS_PURGE_DAYS,
    /** Days for which a webhook event that was handled is kept. */
    webhookRetentionDays: env.WEBHOOK_RETENTION_DAYS,
    /** Days for which a webhook event that failed or was not understood is kept. */
    deadWebhookRetentionDays: env.DEAD_WEBHOOK_RETENTION_DAYS,
    /** When changes without webhooks are reported; 0 hours: never. */
    webhookWatch: { hours: env.WEBHOOK_WATCH_HOURS, misses: env.WEBHOOK_WATCH_MISSES },
    sync: toSyncSettings(env),
    crm: toCrmSettings(env),
    ads: toAdsSettings(env),
    messages: toMessageSettings(env),
    /** Admin UI page with placeholders such as `{integrationId}`; undefined: links of this service are used. */
    reconnectUrl: env.ADMIN_UI_RECONNECT_URL,
    /** Admin UI page with placeholders such as `{publicationId}`; undefined: notifications link to the TikTok account. */
    publicationUrl: env.ADMIN_UI_PUBLICATION_URL,
    notifications: toNotificationSettings(env),
    /** The UI that the service serves itself. */
    adminUi: {
      enabled: env.ADMIN_UI,
      loginUrl: env.ADMIN_UI_LOGIN_URL ?? null,
      embedOrigins: env.ADMIN_UI_EMBED_ORIGINS ?? [],
    },
  };
}

/** Verification of callers' tokens. One of secret and JWKS is set. */
interface JwtSettings {
  secret?: string;
  jwksUrl?: string;
  issuer: string;
  audience: string;
}

function toJwtSettings(env: Environment): JwtSettings {
  return {
    secret: env.JWT_SECRET,
    jwksUrl: env.JWT_JWKS_URL,
    issuer: env.JWT_ISSUER ?? 'tiktok-connector',
    audience: env.JWT_AUDIENCE ?? 'tiktok-connector',
  };
}

/** The settings by their users; the type follows from the schema. */
export type Settings = Readonly<ReturnType<typeof toSettings>>;
