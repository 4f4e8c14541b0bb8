import { formatBytes } from '../../common/index.js';
import type { NewNotification } from '../../notifications/index.js';

/** Begins the dedupe keys of these notices. */
export const STORAGE_FULL = 'media_storage_full:';

/** The title of the all-clear. */
export const STORED_AGAIN = 'Pictures of direct messages are stored again';

interface FullStorage {
  organisationId: string;
  usedBytes: number;
  quotaBytes: number;
  since: Date;
}

/** Reports that pictures and videos of direct messages are not stored. Pure. */
export function storageFullNotice({
  organisationId,
  usedBytes,
  quotaBytes,
  since,
}: FullStorage): NewNotification {
  return {
    kind: 'media_storage_full',
    severity: 'warning',
    title: 'New pictures of direct messages are not stored',
    detail:
      `The stored pictures and videos of direct messages use ${formatBytes(usedBytes)} of ${formatBytes(quotaBytes)}. New ones ` +
      'are not fetched; open them in the TikTok app. Space becomes free as old ones expire. To store more, an operator raises ' +
      'CRM_MEDIA_QUOTA_MB or lowers CRM_MEDIA_DAYS.',
    subject: { type: 'organisation', id: organisationId },
    dedupeKey: STORAGE_FULL + since.toISOString(),
  };
}
