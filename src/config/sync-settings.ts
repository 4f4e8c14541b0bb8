import { toCadenceSteps } from './cadence-steps.js';
import type { Environment } from './environment.schema.js';

/** How often figures are read. An organisation may set its own. */
export function toSyncSettings(env: Environment) {
  const commentsEveryMinutes = commentMinutes(env);
  return {
    cron: env.SYNC_CRON,
    policy: {
      /** From young to old. */
      videos: toCadenceSteps(env.SYNC_VIDEO_CADENCE),
      discoverEveryHours: env.SYNC_DISCOVER_HOURS,
      fullListingEveryDays: env.SYNC_FULL_LISTING_DAYS,
      insightsEveryHours: env.SYNC_INSIGHTS_HOURS,
      profileEveryHours: env.SYNC_PROFILE_HOURS,
      /** Whole hours, rounded up. */
      commentsEveryHours: Math.ceil(commentsEveryMinutes / 60),
      adsEveryHours: env.SYNC_ADS_HOURS,
      /** True to read the figures of today, although they are not final. */
      adsToday: env.SYNC_ADS_TODAY,
      /** Ages in days at which the figures of a day are read again. */
      adsRereadDays: env.SYNC_ADS_REREAD_DAYS.map(Number).toSorted((one, other) => one - other),
    },
    /** For organisations that have set no hours. */
    commentsEveryMinutes,
    adCommentsEveryMinutes: env.SYNC_AD_COMMENTS_MINUTES,
    /** The age in days up to which covers are renewed between two readings. */
    coverDays: env.SYNC_COVER_DAYS,
    staleHours: env.SYNC_STALE_HOURS,
    snapshotRetentionMonths: env.SYNC_SNAPSHOT_RETENTION_MONTHS,
    runRetentionDays: env.SYNC_RUN_RETENTION_DAYS,
  };
}

function commentMinutes({ SYNC_COMMENTS_HOURS: hours, SYNC_COMMENTS_MINUTES: minutes }: Environment): number {
  return hours === undefined ? minutes : hours * 60;
}

/** How often figures are read. */
export type SyncPolicy = ReturnType<typeof toSyncSettings>['policy'];
