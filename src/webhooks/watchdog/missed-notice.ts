import type { StandingNotice } from '../checks/standing-notices.js';
import type { WatchedFamily } from './watched-family.js';

const TEXTS: Record<WatchedFamily, { title: string; found: string; effect: string; fix: string }> = {
  comments: {
    title: 'no webhooks of comments',
    found: 'Syncs have found new comments',
    effect: 'They reach the inbox only with the next sync.',
    fix: 'sets TIKTOK_ACCOUNT_WEBHOOKS=register, or checks the URL of COMMENT webhooks at TikTok',
  },
  messages: {
    title: 'no webhooks of direct messages',
    found: 'Syncs have found direct messages',
    effect: 'They arrive late, and some may be lost: TikTok lists only the newest 20 of a conversation.',
    fix: 'sets TIKTOK_ACCOUNT_WEBHOOKS=register, or checks the URL of DIRECT_MESSAGE webhooks at TikTok',
  },
  posts: {
    title: 'no webhooks of posts',
    found: 'Status checks have found finished posts',
    effect: 'Their status changes later, and removals of posts may stay unknown until a sync.',
    fix: 'checks the webhook URL of the app at TikTok for Developers, and TIKTOK_ACCOUNT_WEBHOOKS',
  },
};

/** @param name of the account, for the title */
export function missedNotice(
  family: WatchedFamily,
  name: string,
  integrationId: string,
): StandingNotice['notice'] {
  const { title, found, effect, fix } = TEXTS[family];
  return {
    severity: 'warning',
    title: `${name}: ${title}`,
    detail:
      `${found} that TikTok has not announced by a webhook, and no such webhook has arrived for ${name} in the meantime. ` +
      `${effect} An operator runs the doctor, ${fix}. The notice is resolved when such a webhook arrives.`,
    subject: { type: 'integration', id: integrationId },
  };
}
