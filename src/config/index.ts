// The environment, parsed once into a typed object. Nothing outside this folder reads process.env.
export {
  AppConfig,
  type BusinessTier,
  type EncryptionKey,
  type RateLimits,
  type TikTokApp,
} from './app-config.js';
export { silenceAwsNodeAnnouncement } from './aws-sdk.js';
export { ConfigError } from './config-error.js';
export { ConfigModule } from './config.module.js';
export { developmentSecrets } from './development-secrets.js';
export { isMadeUpSecret } from './made-up-secret.js';
export { makeFolder } from './make-folder.js';
export { environmentSchema } from './environment.schema.js';
export type { EmailSettings, NotificationSettings, WebhookSettings } from './notification-settings.js';
export { DOMAIN, type PullSettings } from './pull-settings.js';
export { parseEnvironment, tidySettings } from './parse-environment.js';
export { readEnvironment } from './read-environment.js';
export type { Variables } from './tidy-values.js';
export { filledPage } from './admin-ui-page.js';
export { MAX_FILE_BYTES, type UploadLimits } from './upload-limits.js';
export type { S3Settings } from './upload-settings.js';
