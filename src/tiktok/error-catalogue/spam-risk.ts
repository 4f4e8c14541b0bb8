import type { ErrorEntry } from './error-entry.js';

/** About the creator: refusals of creator info and init, and fail reasons of accepted posts. */
export const SPAM_RISK_OF_CREATOR: Omit<ErrorEntry, 'link'>[] = [
  {
    code: 'spam_risk_too_many_posts',
    cause: "this creator's daily cap of posts across all apps (about 15 in 24 h)",
    fixableBy: 'user',
    retry: 'tomorrow',
    message:
      "The account has reached TikTok's daily limit of posts through apps, counted across all apps. Try again tomorrow, or post in the TikTok app.",
  },
  {
    code: 'spam_risk_user_banned_from_posting',
    cause: 'the creator is banned from posting',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok does not allow this account to post at the moment. Its owner can see the reason and appeal in the TikTok app.',
  },
];

/** About the post: documented only as fail reasons. */
export const SPAM_RISK_OF_POST: Omit<ErrorEntry, 'link'>[] = [
  {
    code: 'spam_risk_text',
    cause: 'moderation rejected the title or caption',
    fixableBy: 'user',
    retry: 'after_fix',
    message: "TikTok's moderation rejected the text of the post. Change the text and create a new post.",
  },
  {
    code: 'spam_risk',
    cause: 'moderation rejected the post or the publish request',
    fixableBy: 'user',
    retry: 'never',
    message:
      "TikTok's moderation rejected the post. Check the account in the TikTok app for the reason before you publish anything else.",
  },
];
