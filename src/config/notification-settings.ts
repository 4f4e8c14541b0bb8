import type { Environment } from './environment.schema.js';
import { isEmailAddress } from './setting-kinds.js';

export interface EmailSettings {
  /** Contains the password. */
  smtpUrl: string;
  to: readonly string[];
  from: string;
  /** True to refuse a server without TLS, so that the password is never sent in plain text. */
  requireTls: boolean;
}

export interface WebhookSettings {
  url: string;
  /** The bytes after `whsec_`. */
  secret: Buffer;
}

/** The configured notification channels. */
export interface NotificationSettings {
  email?: EmailSettings;
  webhook?: WebhookSettings;
}

const SECRET_FORM = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
// Required by the Standard Webhooks specification.
const SECRET_BYTES = { min: 24, max: 64 };

/** Problems across the notification settings. Names keys, never values. */
export function notificationProblems(env: Environment): string[] {
  const problems: string[] = [];
  const email = [env.SMTP_URL, env.NOTIFY_EMAIL_TO?.length, env.NOTIFY_EMAIL_FROM];
  if (email.some(Boolean) && !email.every(Boolean))
    problems.push('SMTP_URL, NOTIFY_EMAIL_TO and NOTIFY_EMAIL_FROM: set all of them or none');
  for (const [index, address] of (env.NOTIFY_EMAIL_TO ?? []).entries())
    if (!isEmailAddress(address))
      problems.push(`NOTIFY_EMAIL_TO: item ${index + 1} is not an e-mail address`);
  if (Boolean(env.NOTIFY_WEBHOOK_URL) !== Boolean(env.NOTIFY_WEBHOOK_SECRET))
    problems.push('NOTIFY_WEBHOOK_URL and NOTIFY_WEBHOOK_SECRET: set both or neither');
  if (env.NOTIFY_WEBHOOK_SECRET && !webhookSecretOf(env.NOTIFY_WEBHOOK_SECRET)) {
    const { min, max } = SECRET_BYTES;
    problems.push(`NOTIFY_WEBHOOK_SECRET: must have the form whsec_<base64 of ${min} to ${max} bytes>`);
  }
  return problems;
}

/** Call this only if `notificationProblems` found none. */
export function toNotificationSettings(env: Environment): NotificationSettings {
  const { SMTP_URL: smtpUrl, NOTIFY_EMAIL_TO: to, NOTIFY_EMAIL_FROM: from, NOTIFY_WEBHOOK_URL: url } = env;
  const secret = webhookSecretOf(env.NOTIFY_WEBHOOK_SECRET ?? '');
  const production = env.NODE_ENV === 'production';
  return {
    ...(smtpUrl &&
      to &&
      from && { email: { smtpUrl, to, from, requireTls: production && hasPassword(smtpUrl) } }),
    ...(url && secret && { webhook: { url, secret } }),
  };
}

/** The bytes after `whsec_`; undefined for another form. */
export function webhookSecretOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(SECRET_FORM.exec(text)?.[1] ?? '', 'base64');
  return bytes.length >= SECRET_BYTES.min && bytes.length <= SECRET_BYTES.max ? bytes : undefined;
}

function hasPassword(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}
