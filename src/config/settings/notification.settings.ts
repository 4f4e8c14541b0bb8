import { z } from 'zod';
import { adminUiPage } from '../admin-ui-page.js';
import { emailSender, list, serverAddress, webAddress } from '../setting-kinds.js';

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
