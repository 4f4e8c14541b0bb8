import { z } from 'zod';
import { adminUiPage } from '../admin-ui-page.js';
import {
  emailSender,
  hasUser,
  isEmailAddress,
  list,
  serverAddress,
  webAddress,
  type Env,
} from '../setting-kinds.js';
import type { processSettings } from './process.settings.js';

/** Settings of the notification channels and of the links in notifications. */
export const notificationSettings = {
  SMTP_URL: serverAddress(/^smtps?$/, 'smtp://user:password@host:587')
    .optional()
    .describe(
      'Mail server: smtp://user:password@host:587 or smtps://…; needs NOTIFY_EMAIL_TO and NOTIFY_EMAIL_FROM. Unset: no ' +
        'e-mail. docs/notifications.md explains both channels',
    ),
  NOTIFY_EMAIL_TO: list
    .transform((addresses) => [...new Set(addresses)])
    .optional()
    .describe('Comma-separated recipients of notifications'),
  NOTIFY_EMAIL_FROM: emailSender.optional().describe('Sender of these e-mails'),
  NOTIFY_WEBHOOK_URL: webAddress
    .optional()
    .describe(
      'Address that receives each notification, signed by the Standard Webhooks scheme. (production: https)',
    ),
  NOTIFY_WEBHOOK_SECRET: z
    .string()
    .optional()
    .describe(
      'Secret that signs them: whsec_ and base64 of 24 to 64 bytes; `echo whsec_$(openssl rand -base64 32)`',
    ),
  ADMIN_UI_RECONNECT_URL: adminUiPage(['integrationId', 'organisationId', 'family'], {
    name: 'integrationId',
    why: 'the admin UI must know which account to reconnect',
  })
    .optional()
    .describe(
      'Page of your admin UI to which the reconnect link in notifications points, such as ' +
        'https://admin.example/integrations/{integrationId}/reconnect?org={organisationId}&part={family} (production: https). ' +
        "Unset: a signed link of this service that opens TikTok's consent page",
    ),
  ADMIN_UI_PUBLICATION_URL: adminUiPage(['publicationId', 'organisationId', 'integrationId'], {
    name: 'publicationId',
    why: 'the admin UI must know which post to show',
  })
    .optional()
    .describe(
      'Page of your admin UI to which notifications about a post link, such as ' +
        'https://admin.example/posts/{publicationId}?org={organisationId}&account={integrationId} (production: https). ' +
        'Unset: the account on TikTok',
    ),
};

type NotificationEnv = Env<typeof notificationSettings> & Pick<Env<typeof processSettings>, 'NODE_ENV'>;

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
export function notificationProblems(env: NotificationEnv): string[] {
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
export function toNotificationSettings(env: NotificationEnv): NotificationSettings {
  const { SMTP_URL: smtpUrl, NOTIFY_EMAIL_TO: to, NOTIFY_EMAIL_FROM: from, NOTIFY_WEBHOOK_URL: url } = env;
  const secret = webhookSecretOf(env.NOTIFY_WEBHOOK_SECRET ?? '');
  const production = env.NODE_ENV === 'production';
  return {
    ...(smtpUrl &&
      to &&
      from && { email: { smtpUrl, to, from, requireTls: production && hasUser(smtpUrl) } }),
    ...(url && secret && { webhook: { url, secret } }),
  };
}

/** The bytes after `whsec_`; undefined for another form. */
export function webhookSecretOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(SECRET_FORM.exec(text)?.[1] ?? '', 'base64');
  return bytes.length >= SECRET_BYTES.min && bytes.length <= SECRET_BYTES.max ? bytes : undefined;
}
