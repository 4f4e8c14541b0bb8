import { isMadeUp } from './encryption-keys.js';
import type { Environment } from './environment.schema.js';
import { isMadeUpSecret, isPlaceholder } from './made-up-secret.js';
import { webhookSecretOf } from './notification-settings.js';

const RANDOM = '`openssl rand -base64 32` makes one';
// Others have made these: only the text of an example shows that there is none.
const FROM_OTHERS = [
  'TIKTOK_CLIENT_KEY',
  'TIKTOK_CLIENT_SECRET',
  'TIKTOK_BUSINESS_SECRET',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** Secrets that can be guessed, named and never shown. For production. */
export function weakSecrets(env: Environment): string[] {
  const complaints: string[] = [];
  // Beside JWT_JWKS_URL it is not used.
  if (env.JWT_SECRET && !env.JWT_JWKS_URL && isMadeUpSecret(env.JWT_SECRET))
    complaints.push(`JWT_SECRET: is not random, so tokens of callers could be forged; ${RANDOM}`);
  const webhook = webhookSecretOf(env.NOTIFY_WEBHOOK_SECRET ?? '');
  if (webhook && isMadeUp({ key: webhook }))
    complaints.push(
      'NOTIFY_WEBHOOK_SECRET: is not random; `echo whsec_$(openssl rand -base64 32)` makes one',
    );
  for (const name of FROM_OTHERS)
    if (env[name] && isPlaceholder(env[name]))
      complaints.push(`${name}: is the text of an example; enter the value that belongs to your account`);
  return complaints;
}
