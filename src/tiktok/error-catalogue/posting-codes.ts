import { documentedAt, type ErrorEntry } from './error-entry.js';
import { SPAM_RISK_OF_CREATOR } from './spam-risk.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Codes of creator info, init, status and cancel. Sources: open API reference §5.1, §5.3, §5.7, §5.8, §5.10, §5.13. */
export const POSTING_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.directPost, [
    ...SPAM_RISK_OF_CREATOR,
    {
      code: 'reached_active_user_cap',
      cause: 'daily cap of posting users for this client (5 in 24 h when unaudited, else by the audit form)',
      fixableBy: 'developer',
      retry: 'tomorrow',
      message:
        'The TikTok app has reached the number of users who may post through it in 24 hours. Try again tomorrow; whoever runs the TikTok app can ask TikTok for a higher number, and an app that is not audited has 5.',
    },
    {
      code: 'privacy_level_option_mismatch',
      cause: 'privacy_level is missing or not among privacy_level_options of creator info',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not offer this privacy level for the account: a private account cannot post for everyone, a public one not for followers only. Choose one of the levels offered and publish again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.sharingGuidelines, [
    {
      code: 'unaudited_client_can_only_post_to_private_accounts',
      cause: 'client not audited: needs a private account and SELF_ONLY, at most 5 posting users in 24 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok has not audited this TikTok app yet. Until it has, only up to 5 users a day can post through the app, each account must be set to private in the TikTok app at that time, and the only privacy level is SELF_ONLY. Set the account to private and choose SELF_ONLY, or have whoever runs the TikTok app apply for the audit.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.draftPost, [
    {
      code: 'spam_risk_too_many_pending_share',
      cause: '5 drafts of this creator wait in the inbox within 24 h',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'Five drafts of the last 24 hours are still waiting in the TikTok inbox, and TikTok takes no more. Post or discard them in the TikTok app, or try again tomorrow.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.photoPost, [
    {
      code: 'app_version_check_failed',
      cause: "photo draft: the user's TikTok app is older than 31.8",
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        "The account's TikTok app is too old for photo drafts: update it to version 31.8 or newer and try again.",
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'url_ownership_unverified',
      cause: 'domain or URL prefix of the media is not verified under "URL properties"',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'The address of the media is not on a domain verified with TikTok. Whoever runs the TikTok app must verify the domain in the developer portal, or the file must be uploaded instead.',
    },
    {
      code: 'publish_not_cancellable',
      cause: 'the post is final already, or past its download',
      fixableBy: 'user',
      retry: 'never',
      message:
        'TikTok can no longer cancel this post. Wait until it is published, then delete it in the TikTok app.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'invalid_publish_id',
      cause: 'publish_id does not exist, or no longer',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'TikTok does not know this post, or no longer tells about it. Look at the account before you publish again.',
    },
    {
      code: 'token_not_authorized_for_specified_publish_id',
      cause: 'publish_id belongs to another user or another client',
      fixableBy: 'admin',
      retry: 'never',
      message:
        'This post was started with another TikTok account or another TikTok app than the one connected now. Connect the account with which it was started, and look there before you publish again.',
    },
  ]),
];
