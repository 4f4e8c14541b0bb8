import type { AccountEventType } from '../../tiktok/index.js';
import type { StandingNotice } from '../checks/standing-notices.js';

const NAMES: Record<AccountEventType, string> = {
  VIDEO: 'posts',
  COMMENT: 'comments',
  DIRECT_MESSAGE: 'direct messages',
};

export interface WrongWebhook {
  eventType: AccountEventType;
  isRepaired: boolean;
  refusal?: string;
}

/** Writes the notice about webhooks of Business accounts. URLs of other environments stay in the log and the doctor. */
export function accountNotice(
  kind: 'webhooks_replaced' | 'webhooks_refused',
  wrong: readonly WrongWebhook[],
  appId: string,
): StandingNotice['notice'] {
  const what = wrong.map(({ eventType }) => NAMES[eventType]).join(', ');
  const subject = { type: 'app' as const, id: appId };
  const effect = `Until then, changes to ${what} arrive only by syncs, and direct messages may be lost.`;
  if (kind === 'webhooks_refused') {
    const reasons = [...new Set(wrong.map(({ refusal }) => refusal))].join('; ');
    return {
      severity: 'warning',
      title: 'TikTok refuses to register our webhooks',
      detail:
        `TikTok refuses the webhooks about ${what}: ${reasons}. ${effect} An operator checks PUBLIC_URL and the permissions of ` +
        'the Business app. The service tries again at its next check.',
      subject,
    };
  }
  const isRepaired = wrong.every((one) => one.isRepaired);
  return {
    severity: 'warning',
    title: 'TikTok sent webhooks to another address',
    detail: isRepaired
      ? `TikTok had no or another address for webhooks about ${what}. Their changes arrived only by syncs. The service has ` +
        'registered its own address again. If this repeats, another environment uses the same Business app: an operator ' +
        'gives it an app of its own.'
      : `TikTok has no or another address for webhooks about ${what}. ${effect} If this environment should receive them, an ` +
        'operator sets TIKTOK_ACCOUNT_WEBHOOKS=register.',
    subject,
  };
}
