import { z } from 'zod';
import { adminUiSettings } from './settings/admin-ui.settings.js';
import { adsSettings } from './settings/ads.settings.js';
import { callerSettings } from './settings/caller.settings.js';
import { crmSettings } from './settings/crm.settings.js';
import { dataSettings } from './settings/data.settings.js';
import { limitSettings } from './settings/limit.settings.js';
import { messageSettings } from './settings/message.settings.js';
import { notificationSettings } from './settings/notification.settings.js';
import { processSettings } from './settings/process.settings.js';
import { syncSettings } from './settings/sync.settings.js';
import { tiktokSettings } from './settings/tiktok.settings.js';
import { storeSettings, uploadSettings } from './settings/upload.settings.js';

/** The sections of `.env.example`, in its order. A spec compares the file with what these generate. */
export const ENVIRONMENT_SECTIONS: readonly (readonly [title: string, shape: z.ZodRawShape])[] = [
  ['process and HTTP', processSettings],
  ['data', dataSettings],
  ['callers', callerSettings],
  ['TikTok', tiktokSettings],
  ['notifications', notificationSettings],
  ['upload storage', storeSettings],
  ['upload limits', uploadSettings],
  ['other limits and schedules', limitSettings],
  ['sync', syncSettings],
  ['CRM inbox', crmSettings],
  ['ads', adsSettings],
  ['direct messages', messageSettings],
  ['admin UI', adminUiSettings],
];

/** Every environment variable that the service reads, with its shape, its default and its description for operators. */
export const environmentSchema = z.object({
  ...processSettings,
  ...dataSettings,
  ...callerSettings,
  ...tiktokSettings,
  ...notificationSettings,
  ...storeSettings,
  ...uploadSettings,
  ...limitSettings,
  ...syncSettings,
  ...crmSettings,
  ...adsSettings,
  ...messageSettings,
  ...adminUiSettings,
});

/** The parsed variables: typed, with defaults. */
export type Environment = z.output<typeof environmentSchema>;
