import { domains, oneOf, wholeNumber, type Env } from '../setting-kinds.js';
import { toWindowLimits, windowLimits } from '../window-limits.js';

const BYTES_PER_MB = 1_000_000;

/** Direct messages. TikTok's limits are known at second hand, and sources disagree. */
export const messageSettings = {
  CRM_MESSAGE_MAX_LENGTH: wholeNumber(1, 100_000)
    .default(6000)
    .describe('Characters that a direct message may have'),
  CRM_MESSAGE_POLL_MINUTES: wholeNumber(1, 1440)
    .default(15)
    .describe(
      'Minutes between two readings of direct messages, which find those that no webhook has announced',
    ),
  CRM_MESSAGE_WINDOW: oneOf(['official', 'strict'])
    .default('official')
    .describe(
      'Which limits of direct messages are kept before TikTok is called: official, as TikTok describes them, or strict, as some ' +
        'vendors observe them',
    ),
  CRM_MESSAGE_WINDOW_HOURS: wholeNumber(1, 720)
    .default(48)
    .describe("Hours for which the account may answer a person's last message"),
  CRM_MESSAGE_LIMITS_OFFICIAL: windowLimits
    .default('10/unlimited/3')
    .describe(
      'Messages to a person under the official limits: until they answer for the first time / after that / once the hours are over',
    ),
  CRM_MESSAGE_LIMITS_STRICT: windowLimits.default('10/10/0').describe('The same under the strict limits'),
  CRM_MEDIA_MAX_MB: wholeNumber(1, 100)
    .default(20)
    .describe('MB that a received picture or video of a direct message may have to be stored'),
  CRM_MEDIA_QUOTA_MB: wholeNumber(1, 10_000_000)
    .default(10_000)
    .describe(
      'MB that the stored pictures and videos of direct messages of one organisation may have together; at least CRM_MEDIA_MAX_MB',
    ),
  CRM_MEDIA_DAYS: wholeNumber(1, 3650)
    .default(365)
    .describe('Days for which pictures and videos of direct messages are stored'),
  TIKTOK_MEDIA_HOSTS: domains('tiktokcdn.com')
    .default([
      'tiktok.com',
      'tiktokv.com',
      'tiktokcdn.com',
      'tiktokcdn-us.com',
      'ibyteimg.com',
      'byteoversea.com',
    ])
    .describe(
      'Domains (with sub-domains) from which pictures and videos of direct messages may come. The service sends them the ' +
        "account's token, as TikTok wants",
    ),
};

type MessageEnv = Env<typeof messageSettings>;

/** Problems across these settings. */
export function messageProblems(env: MessageEnv): string[] {
  return env.CRM_MEDIA_QUOTA_MB < env.CRM_MEDIA_MAX_MB
    ? ['CRM_MEDIA_QUOTA_MB: must be at least CRM_MEDIA_MAX_MB, otherwise no file is stored']
    : [];
}

export function toMessageSettings(env: MessageEnv) {
  const isStrict = env.CRM_MESSAGE_WINDOW === 'strict';
  return {
    maxLength: env.CRM_MESSAGE_MAX_LENGTH,
    pollMinutes: env.CRM_MESSAGE_POLL_MINUTES,
    media: {
      maxBytes: env.CRM_MEDIA_MAX_MB * BYTES_PER_MB,
      /** Of one organisation. */
      quotaBytes: env.CRM_MEDIA_QUOTA_MB * BYTES_PER_MB,
      retentionDays: env.CRM_MEDIA_DAYS,
      hosts: env.TIKTOK_MEDIA_HOSTS,
    },
    window: {
      profile: env.CRM_MESSAGE_WINDOW,
      hours: env.CRM_MESSAGE_WINDOW_HOURS,
      limits: toWindowLimits(isStrict ? env.CRM_MESSAGE_LIMITS_STRICT : env.CRM_MESSAGE_LIMITS_OFFICIAL),
    },
  };
}

/** The rules of the messaging window. */
export type WindowRules = ReturnType<typeof toMessageSettings>['window'];
