// The environment, parsed once into a typed object. Nothing outside this folder reads process.env.
export { type AdDriver, AD_DRIVERS, type DriverRow } from './ad-drivers.js';
export type { AdsRuleSettings } from './ads-rules.js';
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
export type { RateLimits } from './http-settings.js';
export {
  webhookSecretOf,
  type EmailSettings,
  type NotificationSettings,
  type WebhookSettings,
} from './notification-settings.js';
export { DOMAIN, type PullSettings } from './pull-settings.js';
export { parseEnvironment, tidySettings } from './parse-environment.js';
export { readEnvironment } from './read-environment.js';
export type { WindowRules } from './message-settings.js';
export type { BusinessTier, TikTokApp } from './tiktok-settings.js';
export type { Variables } from './tidy-values.js';
export { filledPage } from './admin-ui-page.js';
export { MAX_FILE_BYTES, type UploadLimits } from './upload-limits.js';
export type { S3Settings } from './upload-settings.js';
export type { SyncPolicy } from './sync-settings.js';
export { isUrl } from './is-url.js';
export type { AdWebhook, WebhookFamily } from './settings/tiktok.settings.js';
