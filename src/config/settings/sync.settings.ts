import { cadence, toCadenceSteps } from '../cadence-steps.js';
import { cron } from '../cron-setting.js';
import { flag, listOf, wholeNumber, type Env } from '../setting-kinds.js';

const A_YEAR_IN_HOURS = 8760;

/** When figures are read, and how long they are kept. Organisations may set their own intervals. */
export const syncSettings = {
  SYNC_CRON: cron
    .default('*/10 * * * * *')
    .describe('How often each process looks for due syncs: a cron expression in UTC, seconds first'),
  SYNC_VIDEO_CADENCE: cadence
    .default(['1d:1h', '7d:6h', '30d:1d', '90d:7d'])
    .describe(
      'How often the figures of a video are read, by its age: 1d:1h reads a video of less than a day hourly. Videos beyond the last ' +
        'age are read with each complete listing',
    ),
  SYNC_DISCOVER_HOURS: wholeNumber(1, A_YEAR_IN_HOURS)
    .default(1)
    .describe('Hours between two looks for new videos of an account'),
  SYNC_FULL_LISTING_DAYS: wholeNumber(1, 365)
    .default(7)
    .describe('Days between two complete listings of an account, which find old videos that have vanished'),
  SYNC_COVER_DAYS: wholeNumber(0, 3650)
    .default(30)
    .describe(
      'The age in days up to which the cover of a video is renewed before its signature ends, about every 5 hours. Covers of older ' +
        'videos are renewed with their figures',
    ),
  SYNC_INSIGHTS_HOURS: wholeNumber(1, A_YEAR_IN_HOURS)
    .default(24)
    .describe('Hours between two readings of insights, such as reach, which TikTok updates daily'),
  SYNC_PROFILE_HOURS: wholeNumber(1, 24)
    .default(6)
    .describe('Hours between two readings of a profile; a day keeps its last one'),
  SYNC_COMMENTS_MINUTES: wholeNumber(10, 1440)
    .default(30)
    .describe('Minutes between two readings of comments, which find those that no webhook has announced'),
  SYNC_COMMENTS_HOURS: wholeNumber(1, A_YEAR_IN_HOURS)
    .optional()
    .describe('The same in hours. If set, it replaces SYNC_COMMENTS_MINUTES'),
  SYNC_AD_COMMENTS_MINUTES: wholeNumber(10, 1440)
    .default(60)
    .describe('Minutes between two readings of the comments on ads'),
  SYNC_ADS_HOURS: wholeNumber(1, A_YEAR_IN_HOURS)
    .default(6)
    .describe('Hours between two syncs of an ad account'),
  SYNC_ADS_TODAY: flag
    .default(false)
    .describe('true: read the figures of today with each sync, although they are not final'),
  SYNC_ADS_REREAD_DAYS: listOf(
    (item) => /^([1-9]|[12]\d|3\d|4[0-5])$/.test(item),
    'must be days from 1 to 45',
  )
    .default(['1', '2', '3', '4', '5', '6', '7', '14', '21', '28'])
    .describe(
      'The ages in days at which the figures of a day are read again. TikTok counts conversions on the day of the click, up to ' +
        '28 days back',
    ),
  SYNC_STALE_HOURS: wholeNumber(1, A_YEAR_IN_HOURS)
    .default(24)
    .describe('Hours without a successful sync of an account after which admins are notified'),
  SYNC_SNAPSHOT_RETENTION_MONTHS: wholeNumber(1, 120)
    .default(25)
    .describe('Months for which the history of figures is kept'),
  SYNC_RUN_RETENTION_DAYS: wholeNumber(1, 3650)
    .default(30)
    .describe('Days for which ended sync runs are listed'),
};

export function toSyncSettings(env: Env<typeof syncSettings>) {
  const { SYNC_COMMENTS_HOURS: hours, SYNC_COMMENTS_MINUTES: minutes } = env;
  const commentsEveryMinutes = hours === undefined ? minutes : hours * 60;
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
      adsToday: env.SYNC_ADS_TODAY,
      adsRereadDays: env.SYNC_ADS_REREAD_DAYS.map(Number).toSorted((one, other) => one - other),
    },
    /** For organisations that have set no hours. */
    commentsEveryMinutes,
    adCommentsEveryMinutes: env.SYNC_AD_COMMENTS_MINUTES,
    coverDays: env.SYNC_COVER_DAYS,
    staleHours: env.SYNC_STALE_HOURS,
    snapshotRetentionMonths: env.SYNC_SNAPSHOT_RETENTION_MONTHS,
    runRetentionDays: env.SYNC_RUN_RETENTION_DAYS,
  };
}

/** How often figures are read. */
export type SyncPolicy = ReturnType<typeof toSyncSettings>['policy'];
