import { isMadeUp } from './encryption-keys.js';
import type { Environment } from './environment.schema.js';
import { isMadeUpSecret, isPlaceholder } from './made-up-secret.js';
import { webhookSecretOf } from './settings/notification.settings.js';

const RANDOM = '`openssl rand -base64 32` creates one';
// Issued by others, so only placeholder text proves that they are not set.
const FROM_OTHERS = [
  'TIKTOK_CLIENT_KEY',
  'TIKTOK_CLIENT_SECRET',
  'TIKTOK_BUSINESS_SECRET',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** Guessable secrets, by name and without their values. For production. */
export function weakSecrets(env: Environment): string[] {
  const problems: string[] = [];
  // With JWT_JWKS_URL it is unused.
  if (env.JWT_SECRET && !env.JWT_JWKS_URL && isMadeUpSecret(env.JWT_SECRET))
    problems.push(`JWT_SECRET: is not random, so callers' tokens could be forged; ${RANDOM}`);
  const webhook = webhookSecretOf(env.NOTIFY_WEBHOOK_SECRET ?? '');
  if (webhook && isMadeUp({ key: webhook }))
    problems.push(
      'NOTIFY_WEBHOOK_SECRET: is not random; `echo whsec_$(openssl rand -base64 32)` creates one',
    );
  for (const name of FROM_OTHERS)
    if (env[name] && isPlaceholder(env[name]))
      problems.push(`${name}: is placeholder text; enter the value from your account`);
  return problems;
}
