import type { Environment } from './environment.schema.js';
import { toWindowLimits } from './window-limits.js';

const BYTES_PER_MB = 1_000_000;

/** When an account may send direct messages. */
export function toMessageSettings(env: Environment) {
  const isStrict = env.CRM_MESSAGE_WINDOW === 'strict';
  return {
    /** Characters of a text. */
    maxLength: env.CRM_MESSAGE_MAX_LENGTH,
    /** From one reading of TikTok's lists to the next. */
    pollMinutes: env.CRM_MESSAGE_POLL_MINUTES,
    media: {
      maxBytes: env.CRM_MEDIA_MAX_MB * BYTES_PER_MB,
      retentionDays: env.CRM_MEDIA_DAYS,
      /** Domains that get the account's token. */
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
