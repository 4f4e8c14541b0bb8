import type { ErrorEntry } from './error-entry.js';

/** About the creator: as a refusal of creator info and init, and as fail reason of a post that was taken. */
export const SPAM_RISK_OF_CREATOR: Omit<ErrorEntry, 'link'>[] = [
  {
    code: 'spam_risk_too_many_posts',
    cause: 'daily cap of posts through all apps for this creator (about 15 in 24 h)',
    fixableBy: 'user',
    retry: 'tomorrow',
    message:
      "The account has reached TikTok's daily limit of posts through apps, which counts every app together. Try again tomorrow, or post in the TikTok app.",
  },
  {
    code: 'spam_risk_user_banned_from_posting',
    cause: 'the creator is banned from posting',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok does not let this account post at the moment. The owner of the account can see the reason in the TikTok app and appeal there.',
  },
];

/** About the post: documented as fail reasons only. */
export const SPAM_RISK_OF_POST: Omit<ErrorEntry, 'link'>[] = [
  {
    code: 'spam_risk_text',
    cause: 'moderation refused title or caption',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      "TikTok's moderation refused the text of the post. Change the text and publish it as a new post.",
  },
  {
    code: 'spam_risk',
    cause: 'moderation refused the post or the publish request',
    fixableBy: 'user',
    retry: 'never',
    message:
      "TikTok's moderation refused the post. Look at the account in the TikTok app for the reason before you publish something else.",
  },
];
