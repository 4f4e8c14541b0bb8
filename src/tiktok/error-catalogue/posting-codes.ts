import { documentedAt, type ErrorEntry } from './error-entry.js';
import { SPAM_RISK_OF_CREATOR } from './spam-risk.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Codes of creator info, init, status and cancel. Sources: open API reference §5.1, §5.3, §5.7, §5.8, §5.10, §5.13. */
export const POSTING_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.directPost, [
    ...SPAM_RISK_OF_CREATOR,
    {
      code: 'reached_active_user_cap',
      cause:
        'daily cap of posting users of this client (5 in 24 h if unaudited, else as stated in the audit form)',
      fixableBy: 'developer',
      retry: 'tomorrow',
      message:
        'The TikTok app has reached its number of posting users for 24 h, which is 5 before the audit. Try again tomorrow, or ask the operator to request a higher number from TikTok.',
    },
    {
      code: 'privacy_level_option_mismatch',
      cause: "privacy_level is missing or not in creator info's privacy_level_options",
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not offer this privacy level for the account. Private accounts cannot post for everyone, and public accounts cannot post for followers only. Choose an offered level and publish again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.sharingGuidelines, [
    {
      code: 'unaudited_client_can_only_post_to_private_accounts',
      cause:
        'the client is not audited: it needs a private account and SELF_ONLY, with at most 5 posting users in 24 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok has not audited this app yet, so it may post for up to 5 users a day. Each account must be set to private in the TikTok app, and the privacy level must be SELF_ONLY. Change both, or ask the operator to apply for the audit.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.draftPost, [
    {
      code: 'spam_risk_too_many_pending_share',
      cause: '5 drafts of this creator are pending in the inbox within 24 h',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The TikTok inbox holds five drafts from the last 24 h, and TikTok accepts no more. Post or discard them in the TikTok app, or try again tomorrow.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.photoPost, [
    {
      code: 'app_version_check_failed',
      cause: "photo draft: the user's TikTok app is older than 31.8",
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The TikTok app of this account is too old for photo drafts. Update it to version 31.8 or later and try again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'url_ownership_unverified',
      cause: `the media's domain or URL prefix is not verified under "URL properties"`,
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'The media URL is not on a domain verified with TikTok. Upload the file instead, or ask the operator to verify the domain in the developer portal.',
    },
    {
      code: 'publish_not_cancellable',
      cause: 'the post is already final, or past its download',
      fixableBy: 'user',
      retry: 'never',
      message:
        'TikTok can no longer cancel this post. Wait until it is published, then delete it in the TikTok app.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'invalid_publish_id',
      cause: 'publish_id does not exist or no longer exists',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'TikTok does not know this post, or no longer reports its status. Check the account before you publish again.',
    },
    {
      code: 'token_not_authorized_for_specified_publish_id',
      cause: 'publish_id belongs to another user or another client',
      fixableBy: 'admin',
      retry: 'never',
      message:
        'This post was started with another TikTok account or TikTok app than the connected one. Connect the original account and check it before you publish again.',
    },
  ]),
];
