// The environment, parsed once into a typed object. Nothing outside this folder reads process.env.
export { type AdDriver, AD_DRIVERS, type DriverRow } from './ad-drivers.js';
export type { AdsRuleSettings } from './settings/ads-rules.settings.js';
export { AppConfig } from './app-config.js';
export { silenceAwsNodeAnnouncement } from './aws-sdk.js';
export type { CadenceStep } from './cadence-steps.js';
export { ConfigError } from './config-error.js';
export { ConfigModule } from './config.module.js';
export { developmentSecrets } from './development-secrets.js';
export { isMadeUpSecret } from './made-up-secret.js';
export { makeFolder } from './make-folder.js';
export type { EncryptionKey } from './encryption-keys.js';
export { environmentSchema } from './environment.schema.js';
export type { RateLimits } from './settings/process.settings.js';
export {
  webhookSecretOf,
  type EmailSettings,
  type NotificationSettings,
  type WebhookSettings,
} from './settings/notification.settings.js';
export type { PullSettings } from './settings/pull.settings.js';
export { DOMAIN } from './setting-kinds.js';
export { parseEnvironment, tidySettings } from './parse-environment.js';
export { readEnvironment } from './read-environment.js';
export type { WindowRules } from './settings/message.settings.js';
export type { Variables } from './tidy-values.js';
export { filledPage } from './admin-ui-page.js';
export { MAX_FILE_BYTES, type UploadLimits } from './upload-limits.js';
export type { S3Settings } from './settings/upload.settings.js';
export type { SyncPolicy } from './settings/sync.settings.js';
export { isUrl } from './is-url.js';
export type { AdWebhook, BusinessTier, TikTokApp, WebhookFamily } from './settings/tiktok.settings.js';
