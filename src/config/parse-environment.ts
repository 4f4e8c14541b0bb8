import { AppConfig } from './app-config.js';
import { ConfigError } from './config-error.js';
import { type EncryptionKey, isMadeUp, parseEncryptionKeys } from './encryption-keys.js';
import { environmentSchema, type Environment } from './environment.schema.js';
import { mayBePlain, rehearsalProblems } from './rehearsal.js';
import { tidyValue, tidyValues, type Variables } from './tidy-values.js';
import { messageProblems } from './settings/message.settings.js';
import { notificationProblems } from './settings/notification.settings.js';
import { uploadProblems } from './settings/upload.settings.js';
import { toSettings } from './to-settings.js';
import { weakSecrets } from './weak-secrets.js';

const KEYS = Object.keys(environmentSchema.shape);

/** The trimmed values that are set, for commands that need some of them before all are valid. */
export function tidySettings(variables: Variables): Record<string, string> {
  const entries = KEYS.map((key) => [key, tidyValue(variables[key] ?? '')] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/**
 * Turns environment variables into the typed configuration. Empty values count as unset.
 * @throws ConfigError with every problem at once
 */
export function parseEnvironment(variables: Variables): AppConfig {
  const { values, tidied, problems: malformed } = tidyValues(KEYS, variables);
  const env = parseEach(values, malformed);
  const { keys, problems } = parseEncryptionKeys(env.TOKEN_ENCRYPTION_KEYS ?? []);
  problems.push(
    ...missing((key) => values[key] !== undefined || malformed.has(key)),
    ...messageProblems(env),
    ...notificationProblems(env),
    ...uploadProblems(env),
    ...rehearsalProblems(env),
    ...inProduction(env, keys[0]),
  );
  const all = [
    ...[...malformed].map(([key, message]) => `${key}: ${message}`),
    // A malformed value counts as unset above; do not also report it as missing.
    ...problems.filter((message) => !keysIn(message).some((key) => malformed.has(key))),
  ];
  const [newest, ...older] = keys;
  if (all.length > 0 || !newest) throw new ConfigError(all);
  return new AppConfig(
    toSettings({ env, encryptionKeys: [newest, ...older], variables, tidiedKeys: tidied }),
  );
}

/** Records invalid values in `malformed` and treats them as unset, so that checks across settings still run. */
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

/** The keys with which a problem starts. */
function keysIn(message: string): string[] {
  return message.slice(0, message.indexOf(':')).match(/[A-Z][A-Z0-9_]+/g) ?? [];
}

/** @param isGiven true if a key has a value, even a malformed one */
function missing(isGiven: (key: keyof Environment) => boolean): string[] {
  const problems: string[] = [];
  if (!isGiven('DATABASE_URL'))
    problems.push('DATABASE_URL: must be set; `npm start` runs with its own Postgres instead');
  if (!isGiven('JWT_SECRET') && !isGiven('JWT_JWKS_URL'))
    problems.push('JWT_SECRET or JWT_JWKS_URL: one of them must be set');
  if (!isGiven('TOKEN_ENCRYPTION_KEYS')) {
    problems.push(
      'TOKEN_ENCRYPTION_KEYS: must be set to <id>:<key>; `openssl rand -base64 32` creates a key',
    );
  }
  const absent = (['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'] as const).filter((key) => !isGiven(key));
  if (absent.length === 2) problems.push(`${absent.join(' and ')}: both must be set`);
  else problems.push(...absent.map((key) => `${key}: must be set`));
  if (isGiven('TIKTOK_BUSINESS_APP_ID') !== isGiven('TIKTOK_BUSINESS_SECRET')) {
    problems.push('TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET: set both or neither');
  }
  return problems;
}

/** Problems that only matter in production. */
function inProduction(env: Environment, newest: EncryptionKey | undefined): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  // Older keys may be weak: they are needed to decrypt until `keys:rotate` has run.
  if (newest && isMadeUp(newest)) {
    problems.push(
      `TOKEN_ENCRYPTION_KEYS: the key "${newest.id}" is not random; \`openssl rand -base64 32\` creates one`,
    );
  }
  problems.push(...weakSecrets(env));
  for (const key of ['PUBLIC_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'RETURN_URL_ORIGINS'] as const) {
    if (!env[key]?.length) problems.push(`${key}: must be set in production`);
  }
  if (!env.TIKTOK_KEEP_RATE_LIMITS) problems.push('TIKTOK_KEEP_RATE_LIMITS: must be true in production');
  for (const key of [
    'PUBLIC_URL',
    'JWT_JWKS_URL',
    'TIKTOK_AUTH_BASE_URL',
    'TIKTOK_API_BASE_URL',
    'TIKTOK_BUSINESS_BASE_URL',
    'NOTIFY_WEBHOOK_URL',
    'ADMIN_UI_LOGIN_URL',
    'ADMIN_UI_RECONNECT_URL',
    'ADMIN_UI_PUBLICATION_URL',
    'MEDIA_PUBLIC_URL',
  ] as const) {
    if (env[key] && !/^https:/i.test(env[key]) && !mayBePlain(env, key))
      problems.push(`${key}: must be https in production`);
  }
  return problems;
}
