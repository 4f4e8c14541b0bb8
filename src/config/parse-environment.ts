import path from 'node:path';
import { AppConfig, type EncryptionKey, type TikTokApp } from './app-config.js';
import { ConfigError } from './config-error.js';
import { isMadeUp, parseEncryptionKeys } from './encryption-keys.js';
import { environmentSchema, type Environment } from './environment.schema.js';
import { notificationComplaints, toNotificationSettings } from './notification-settings.js';
import { weakSecrets } from './weak-secrets.js';
import { toUploadSettings, uploadComplaints } from './upload-settings.js';

type Variables = Record<string, string | undefined>;

// https://developers.tiktok.com/doc/content-sharing-guidelines
const UNAUDITED_USERS = 5;

const DEVELOPMENT_RETURN_ORIGINS = ['https://admin.example', 'http://localhost:5173'];

/**
 * Turns environment variables into the typed configuration. Empty values count as unset.
 * @throws ConfigError with every complaint at once.
 */
export function parseEnvironment(variables: Variables): AppConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const env = parsed.data;
  const { keys, complaints } = parseEncryptionKeys(env.TOKEN_ENCRYPTION_KEYS ?? []);
  complaints.push(
    ...missing(env),
    ...notificationComplaints(env),
    ...uploadComplaints(env),
    ...inProduction(env, keys[0]),
  );
  const [newest, ...older] = keys;
  if (complaints.length > 0 || !newest) throw new ConfigError(complaints);
  return toConfig(env, [newest, ...older]);
}

function missing(env: Environment): string[] {
  const complaints: string[] = [];
  if (!env.DATABASE_URL)
    complaints.push('DATABASE_URL: set it, or use `npm start`, which brings its own Postgres');
  if (!env.JWT_SECRET && !env.JWT_JWKS_URL)
    complaints.push('JWT_SECRET or JWT_JWKS_URL: one of them must be set');
  if (!env.TOKEN_ENCRYPTION_KEYS?.length) {
    complaints.push('TOKEN_ENCRYPTION_KEYS: set <id>:<key>; `openssl rand -base64 32` makes a key');
  }
  if (!env.TIKTOK_CLIENT_KEY || !env.TIKTOK_CLIENT_SECRET) {
    complaints.push('TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET: both must be set');
  }
  if (Boolean(env.TIKTOK_BUSINESS_APP_ID) !== Boolean(env.TIKTOK_BUSINESS_SECRET)) {
    complaints.push('TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET: set both or neither');
  }
  return complaints;
}

/** What is convenient on a laptop and dangerous on a server. */
function inProduction(env: Environment, newest: EncryptionKey | undefined): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const complaints: string[] = [];
  // An older one is still needed to read what it has encrypted, until `keys:rotate` has run.
  if (newest && isMadeUp(newest)) {
    complaints.push(
      `TOKEN_ENCRYPTION_KEYS: the key "${newest.id}" is not random; \`openssl rand -base64 32\` makes one`,
    );
  }
  complaints.push(...weakSecrets(env));
  for (const key of ['PUBLIC_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'RETURN_URL_ORIGINS'] as const) {
    if (!env[key]?.length) complaints.push(`${key}: must be set in production`);
  }
  if (!env.TIKTOK_KEEP_RATE_LIMITS) complaints.push('TIKTOK_KEEP_RATE_LIMITS: must be true in production');
  for (const key of [
    'PUBLIC_URL',
    'JWT_JWKS_URL',
    'TIKTOK_AUTH_BASE_URL',
    'TIKTOK_API_BASE_URL',
    'TIKTOK_BUSINESS_BASE_URL',
    'NOTIFY_WEBHOOK_URL',
    'ADMIN_UI_RECONNECT_URL',
    'MEDIA_PUBLIC_URL',
  ] as const) {
    if (env[key] && !env[key].startsWith('https://')) complaints.push(`${key}: must be https in production`);
  }
  return complaints;
}

function toConfig(env: Environment, encryptionKeys: [EncryptionKey, ...EncryptionKey[]]): AppConfig {
  const production = env.NODE_ENV === 'production';
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`;
  const returnUrlOrigins = env.RETURN_URL_ORIGINS ?? [...DEVELOPMENT_RETURN_ORIGINS, publicUrl];
  return new AppConfig({
    production,
    role: env.APP_ROLE,
    http: {
      port: env.PORT,
      host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl,
      trustProxy: env.TRUST_PROXY,
      logLevel: env.LOG_LEVEL,
      corsOrigins: env.CORS_ORIGINS ?? returnUrlOrigins,
      idleMs: env.UPLOAD_IDLE_SECONDS * 1000,
      graceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
    },
    dataDir: path.resolve(env.DATA_DIR),
    database: {
      url: env.DATABASE_URL ?? '',
      ownerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? '',
      poolSize: env.DATABASE_POOL_SIZE,
    },
    redisUrl: env.REDIS_URL,
    redisPrefix: env.REDIS_PREFIX,
    jwt: {
      secret: env.JWT_SECRET,
      jwksUrl: env.JWT_JWKS_URL,
      issuer: env.JWT_ISSUER ?? 'tiktok-connector',
      audience: env.JWT_AUDIENCE ?? 'tiktok-connector',
    },
    returnUrlOrigins,
    encryptionKeys,
    tiktok: {
      login: app(env.TIKTOK_CLIENT_KEY, env.TIKTOK_CLIENT_SECRET) ?? { id: '', secret: '' },
      business: app(env.TIKTOK_BUSINESS_APP_ID, env.TIKTOK_BUSINESS_SECRET),
      audited: env.TIKTOK_APP_AUDITED,
      authBaseUrl: env.TIKTOK_AUTH_BASE_URL,
      apiBaseUrl: env.TIKTOK_API_BASE_URL,
      businessBaseUrl: env.TIKTOK_BUSINESS_BASE_URL,
      businessApiVersion: env.TIKTOK_BUSINESS_API_VERSION,
      businessTier: env.TIKTOK_BUSINESS_TIER,
      accountScopes: env.TIKTOK_BUSINESS_ACCOUNT_SCOPES,
      keepsRateLimits: env.TIKTOK_KEEP_RATE_LIMITS,
      uploadHosts: env.TIKTOK_UPLOAD_HOSTS,
    },
    uploads: toUploadSettings(env),
    pulls: {
      publicUrl: env.MEDIA_PUBLIC_URL ?? publicUrl,
      verifiedUrls: env.TIKTOK_VERIFIED_URLS,
      ownershipFiles: env.TIKTOK_VERIFICATION_FILES,
    },
    quotas: {
      postsPerDay: env.TIKTOK_POSTS_PER_DAY,
      activeUsersPerDay:
        env.TIKTOK_ACTIVE_USERS_PER_DAY ?? (env.TIKTOK_APP_AUDITED ? undefined : UNAUDITED_USERS),
    },
    scheduleGraceHours: env.SCHEDULE_GRACE_HOURS,
    removedAccessPurgeDays: env.REMOVED_ACCESS_PURGE_DAYS,
    webhookRetentionDays: env.WEBHOOK_RETENTION_DAYS,
    syncCron: env.SYNC_CRON,
    reconnectUrl: env.ADMIN_UI_RECONNECT_URL,
    notifications: toNotificationSettings(env),
  });
}

function app(id: string | undefined, secret: string | undefined): TikTokApp | undefined {
  return id && secret ? { id, secret } : undefined;
}
