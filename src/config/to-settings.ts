import path from 'node:path';
import type { EncryptionKey } from './encryption-keys.js';
import type { Environment } from './environment.schema.js';
import { toAdminUi } from './settings/admin-ui.settings.js';
import { toAdsSettings } from './settings/ads.settings.js';
import { toJwtSettings } from './settings/caller.settings.js';
import { toCrmSettings } from './settings/crm.settings.js';
import { toDatabaseSettings } from './settings/data.settings.js';
import { toMessageSettings } from './settings/message.settings.js';
import { toNotificationSettings } from './settings/notification.settings.js';
import { toAddresses, toHttpSettings } from './settings/process.settings.js';
import { toPullSettings } from './settings/pull.settings.js';
import { toSyncSettings } from './settings/sync.settings.js';
import { toQuotas, toTikTokSettings } from './settings/tiktok.settings.js';
import { toUploadSettings } from './settings/upload.settings.js';
import type { Variables } from './tidy-values.js';

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
    pulls: toPullSettings(env, publicUrl),
    quotas: toQuotas(env),
    /** Maximum number of awaited or ready posts of an organisation; 0: no limit. */
    maxUnfinishedPosts: env.MAX_UNFINISHED_POSTS,
    scheduleGraceHours: env.SCHEDULE_GRACE_HOURS,
    removedAccessPurgeDays: env.REMOVED_ACCESS_PURGE_DAYS,
    webhookRetentionDays: env.WEBHOOK_RETENTION_DAYS,
    deadWebhookRetentionDays: env.DEAD_WEBHOOK_RETENTION_DAYS,
    auditRetentionDays: env.AUDIT_RETENTION_DAYS,
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
    adminUi: toAdminUi(env),
  };
}

/** The settings by their users; the type follows from the schema. */
export type Settings = Readonly<ReturnType<typeof toSettings>>;
