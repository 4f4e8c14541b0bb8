import { wholeNumber, type Env } from '../setting-kinds.js';

/** Answering in the CRM inbox. */
export const crmSettings = {
  CRM_REPLY_MAX_LENGTH: wholeNumber(1, 10_000)
    .default(1200)
    .describe('Characters that a reply to a comment may have; TikTok allowed 150 until August 2026'),
  CRM_SEND_WITHIN_MINUTES: wholeNumber(1, 1440)
    .default(60)
    .describe(
      'Minutes for which a reply waits while TikTok takes no calls; after that it fails, and nothing was sent',
    ),
  CRM_SETTLE_SECONDS: wholeNumber(1, 600)
    .default(15)
    .describe(
      'Seconds after a reply whose answer was lost until the service looks for it at TikTok. Must be longer than a call takes',
    ),
  CRM_CHECKS: wholeNumber(1, 20)
    .default(6)
    .describe('How often it looks before the outcome stays unknown; the pauses triple up to an hour'),
  CRM_LIMITED_AFTER_MINUTES: wholeNumber(0, 1440)
    .default(10)
    .describe('Minutes after a reply until the service reads whether other users see it; 0: never'),
  CRM_WEBHOOK_DELIVERY_DAYS: wholeNumber(1, 365)
    .default(30)
    .describe('Days for which deliveries of inbox events are listed'),
};

export function toCrmSettings(env: Env<typeof crmSettings>) {
  return {
    replyMaxLength: env.CRM_REPLY_MAX_LENGTH,
    sendWithinMinutes: env.CRM_SEND_WITHIN_MINUTES,
    settleSeconds: env.CRM_SETTLE_SECONDS,
    checks: env.CRM_CHECKS,
    limitedAfterMinutes: env.CRM_LIMITED_AFTER_MINUTES,
    webhooks: { retentionDays: env.CRM_WEBHOOK_DELIVERY_DAYS },
  };
}
