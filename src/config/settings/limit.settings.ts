import { wholeNumber } from '../setting-kinds.js';
import { MAX_RETENTION_DAYS } from '../upload-limits.js';

/** Schedules, retention and limits of posts. */
export const limitSettings = {
  MAX_UNFINISHED_POSTS: wholeNumber(0)
    .default(500)
    .describe(
      'Posts of one organisation that may be started but not published, scheduled or cancelled; 0: no limit',
    ),
  SCHEDULE_GRACE_HOURS: wholeNumber(1, 8760)
    .default(24)
    .describe(
      'Hours by which a scheduled post may be late, after an outage or a reconnect, and still be published',
    ),
  REMOVED_ACCESS_PURGE_DAYS: wholeNumber(1, MAX_RETENTION_DAYS)
    .default(30)
    .describe('Days until the data of an account is deleted after its user revoked the access'),
  // TikTok repeats deliveries for three days, and a repeated one must still be known.
  WEBHOOK_RETENTION_DAYS: wholeNumber(7, MAX_RETENTION_DAYS)
    .default(30)
    .describe(
      'Days until a webhook event that was handled is deleted; at least 7, since TikTok repeats deliveries for 3',
    ),
  DEAD_WEBHOOK_RETENTION_DAYS: wholeNumber(7, MAX_RETENTION_DAYS)
    .default(90)
    .describe(
      'Days until a webhook event is deleted that failed or was not understood, and was not replayed',
    ),
  AUDIT_RETENTION_DAYS: wholeNumber(30, MAX_RETENTION_DAYS)
    .default(400)
    .describe('Days until an entry of the audit trail is deleted; at least 30'),
  WEBHOOK_WATCH_HOURS: wholeNumber(0, 168)
    .default(24)
    .describe(
      'Hours in which syncs and status checks compare what they find with what webhooks announce; 0 turns the notice webhooks_missed off',
    ),
  WEBHOOK_WATCH_MISSES: wholeNumber(1, 10_000)
    .default(5)
    .describe('Changes that no webhook announced in that time, before webhooks_missed is sent'),
  SANDBOX_PORT: wholeNumber(0, 65_535)
    .optional()
    .describe('Port of the sandbox that `npm start` starts. Unset: 4010, or a free port if it is taken'),
};
