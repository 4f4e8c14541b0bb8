import type { Environment } from './environment.schema.js';

/** Answering in the CRM inbox. */
export function toCrmSettings(env: Environment) {
  return {
    /** Characters of a reply. */
    replyMaxLength: env.CRM_REPLY_MAX_LENGTH,
    /** A reply that could not leave within this time fails. */
    sendWithinMinutes: env.CRM_SEND_WITHIN_MINUTES,
    /** From a lost answer to the first look for its result. */
    settleSeconds: env.CRM_SETTLE_SECONDS,
    /** Looks before the outcome stays unknown. */
    checks: env.CRM_CHECKS,
    /** From a reply to the look whether others see it; 0: none. */
    limitedAfterMinutes: env.CRM_LIMITED_AFTER_MINUTES,
    webhooks: {
      retentionDays: env.CRM_WEBHOOK_DELIVERY_DAYS,
    },
  };
}
