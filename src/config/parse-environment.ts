import path from 'node:path';
import { AppConfig, type EncryptionKey, type TikTokApp } from './app-config.js';
import { ConfigError } from './config-error.js';
import { toDatabaseSettings } from './database-settings.js';
import { isMadeUp, parseEncryptionKeys } from './encryption-keys.js';
import { environmentSchema, type Environment } from './environment.schema.js';
import { notificationComplaints, toNotificationSettings } from './notification-settings.js';
import { mayBePlain, rehearsalComplaints } from './rehearsal.js';
import { tidyValue, tidyValues, type Variables } from './tidy-values.js';
import { toUploadSettings, uploadComplaints } from './upload-settings.js';
import { weakSecrets } from './weak-secrets.js';

// https://developers.tiktok.com/doc/content-sharing-guidelines
const UNAUDITED_USERS = 5;

const DEVELOPMENT_RETURN_ORIGINS = ['https://admin.example', 'http://localhost:5173'];

const KEYS = Object.keys(environmentSchema.shape);

/** What is set, each value without what stands around it: for commands that need some before all can be there. */
export function tidySettings(variables: Variables): Record<string, string> {
  const entries = KEYS.map((key) => [key, tidyValue(variables[key] ?? '')] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/**
 * Turns environment variables into the typed configuration. Empty values count as unset.
 * @throws ConfigError with every complaint at once.
 */
export function parseEnvironment(variables: Variables): AppConfig {
  const { values, tidied, complaints: malformed } = tidyValues(KEYS, variables);
  const env = parseEach(values, malformed);
  const { keys, complaints } = parseEncryptionKeys(env.TOKEN_ENCRYPTION_KEYS ?? []);
  complaints.push(
    ...missing((key) => values[key] !== undefined || malformed.has(key)),
    ...notificationComplaints(env),
    ...uploadComplaints(env),
    ...rehearsalComplaints(env),
    ...inProduction(env, keys[0]),
  );
  const all = [
    ...[...malformed].map(([key, message]) => `${key}: ${message}`),
    // What is malformed counts as unset above: that it is missing is not said on top.
    ...complaints.filter((message) => !keysIn(message).some((key) => malformed.has(key))),
  ];
  const [newest, ...older] = keys;
  if (all.length > 0 || !newest) throw new ConfigError(all);
  return toConfig(env, [newest, ...older], values, tidied);
}

/** A value that does not fit goes to `malformed` and counts as unset, so that the others are still looked at together. */
function parseEach(values: Record<string, string>, malformed: Map<string, string>): Environment {
  const parsed = environmentSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = String(issue.path[0]);
    if (!malformed.has(key)) malformed.set(key, issue.message);
  }
  const rest = Object.entries(values).filter(([key]) => !malformed.has(key));
  return environmentSchema.parse(Object.fromEntries(rest));
}

/** Complaints begin with the keys that they are about. */
function keysIn(message: string): string[] {
  return message.slice(0, message.indexOf(':')).match(/[A-Z][A-Z0-9_]+/g) ?? [];
}

/** @param isGiven whether a key has a value, be it a malformed one */
function missing(isGiven: (key: keyof Environment) => boolean): string[] {
  const complaints: string[] = [];
  if (!isGiven('DATABASE_URL'))
    complaints.push('DATABASE_URL: set it, or use `npm start`, which brings its own Postgres');
  if (!isGiven('JWT_SECRET') && !isGiven('JWT_JWKS_URL'))
    complaints.push('JWT_SECRET or JWT_JWKS_URL: one of them must be set');
  if (!isGiven('TOKEN_ENCRYPTION_KEYS')) {
    complaints.push('TOKEN_ENCRYPTION_KEYS: set <id>:<key>; `openssl rand -base64 32` makes a key');
  }
  const absent = (['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'] as const).filter((key) => !isGiven(key));
  if (absent.length === 2) complaints.push(`${absent.join(' and ')}: both must be set`);
  else complaints.push(...absent.map((key) => `${key}: must be set`));
  if (isGiven('TIKTOK_BUSINESS_APP_ID') !== isGiven('TIKTOK_BUSINESS_SECRET')) {
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
    'ADMIN_UI_PUBLICATION_URL',
    'MEDIA_PUBLIC_URL',
  ] as const) {
    if (env[key] && !/^https:/i.test(env[key]) && !mayBePlain(env, key))
      complaints.push(`${key}: must be https in production`);
  }
  return complaints;
}

function toConfig(
  env: Environment,
  encryptionKeys: [EncryptionKey, ...EncryptionKey[]],
  variables: Variables,
  tidiedKeys: string[],
): AppConfig {
  const production = env.NODE_ENV === 'production';
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`;
  const returnUrlOrigins = production
    ? (env.RETURN_URL_ORIGINS ?? [])
    : developmentOrigins(env.RETURN_URL_ORIGINS, publicUrl, env.PORT);
  return new AppConfig({
    production,
    tidiedKeys,
    role: env.APP_ROLE,
    http: {
      port: env.PORT,
      host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl,
      trustProxy: env.TRUST_PROXY,
      logLevel: env.LOG_LEVEL,
      corsOrigins: env.CORS_ORIGINS ?? returnUrlOrigins,
      docs: env.API_DOCS ?? !production,
      rateLimits: {
        reads: env.RATE_LIMIT_READS,
        writes: env.RATE_LIMIT_WRITES,
        public: env.RATE_LIMIT_PUBLIC,
        uploads: env.RATE_LIMIT_UPLOADS,
      },
      idleMs: env.UPLOAD_IDLE_SECONDS * 1000,
      graceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
    },
    dataDir: path.resolve(env.DATA_DIR),
    database: toDatabaseSettings(env, variables.PGAPPNAME),
    redisUrl: env.REDIS_URL,
    redisPrefix: env.REDIS_PREFIX,
    jwt: {
      secret: env.JWT_SECRET,
      jwksUrl: env.JWT_JWKS_URL,
      issuer: env.JWT_ISSUER ?? 'tiktok-connector',
      audience: env.JWT_AUDIENCE ?? 'tiktok-connector',
    },
    returnUrlOrigins,
    returnPage: production ? undefined : `${publicUrl}/connect/done`,
    encryptionKeys,
    tiktok: {
      rehearsal: env.TIKTOK_REHEARSAL,
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
    maxUnfinishedPosts: env.MAX_UNFINISHED_POSTS,
    scheduleGraceHours: env.SCHEDULE_GRACE_HOURS,
    removedAccessPurgeDays: env.REMOVED_ACCESS_PURGE_DAYS,
    webhookRetentionDays: env.WEBHOOK_RETENTION_DAYS,
    syncCron: env.SYNC_CRON,
    reconnectUrl: env.ADMIN_UI_RECONNECT_URL,
    publicationUrl: env.ADMIN_UI_PUBLICATION_URL,
    notifications: toNotificationSettings(env),
  });
}

/** In development a consent may always end at the service's own page, under each of its addresses. */
function developmentOrigins(given: string[] | undefined, publicUrl: string, port: number): string[] {
  const own = [publicUrl, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return [...new Set(given ? [...given, ...own] : [...own, ...DEVELOPMENT_RETURN_ORIGINS])];
}

function app(id: string | undefined, secret: string | undefined): TikTokApp | undefined {
  return id && secret ? { id, secret } : undefined;
}
