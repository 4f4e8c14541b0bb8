import type { FixableBy } from '../../tiktok/index.js';

/** What a `secondary_status` means. */
export interface StatusExplanation {
  message: string;
  fix: string | null;
  fixableBy: FixableBy | null;
}

type Row = readonly [key: string, message: string, fix?: string, fixableBy?: FixableBy];

// Business reference §3–5, corrections §2b. A key is a part of TikTok's word: the longest key that it contains counts,
// because `…_AUDIT_DENY` contains `_AUDIT`.
const ROWS: readonly Row[] = [
  ['_DELIVERY_OK', 'It is delivering.'],
  ['CAMPAIGN_STATUS_ENABLE', 'It is enabled.'],
  [
    '_PARTIAL_AUDIT_DELIVERY_OK',
    'It is delivering, but TikTok rejected a part.',
    'Read the review and replace the rejected part.',
    'user',
  ],
  [
    '_REVIEW_PARTIALLY_APPROVED',
    'TikTok approved a part.',
    'Read the review and replace the rejected part.',
    'user',
  ],
  [
    '_PARTIAL_AUDIT_NO_DELIVERY',
    'TikTok rejected a part, so it does not deliver.',
    'Read the review and replace the rejected part.',
    'user',
  ],
  ['_DISABLE', 'It is paused.', 'Enable it to deliver.', 'user'],
  ['_DELETE', 'It is deleted. Deleted is final.'],
  ['_CAMPAIGN_DISABLE', 'Its campaign is paused.', 'Enable the campaign.', 'user'],
  ['_CAMPAIGN_DELETE', 'Its campaign is deleted.'],
  ['_ADGROUP_DISABLE', 'Its ad group is paused.', 'Enable the ad group.', 'user'],
  ['_ADGROUP_DELETE', 'Its ad group is deleted.'],
  ['ADGROUP_STATUS_CREATE', 'It has no ads yet.', 'Create an ad in it.', 'user'],
  ['_AUDIT', 'TikTok is reviewing it.'],
  ['_REAUDIT', 'TikTok is reviewing the changes.'],
  [
    '_AUDIT_DENY',
    'TikTok rejected it.',
    'Read the review, change it and submit it again, or appeal once.',
    'user',
  ],
  [
    '_ADGROUP_AUDIT_DENY',
    'TikTok rejected its ad group.',
    'Read the review of the ad group and change it.',
    'user',
  ],
  ['_ADVERTISER_AUDIT', 'TikTok is reviewing the ad account.'],
  [
    '_ADVERTISER_AUDIT_DENY',
    'TikTok rejected the ad account.',
    'Correct the account in TikTok Ads Manager.',
    'admin',
  ],
  [
    'ADVERTISER_ACCOUNT_PUNISH',
    'TikTok has suspended the ad account.',
    'Appeal in TikTok Ads Manager.',
    'admin',
  ],
  [
    'ADVERTISER_CONTRACT_PENDING',
    'The contract of the ad account is not in force yet.',
    'Sign it in TikTok Ads Manager.',
    'admin',
  ],
  ['_NOT_START', 'Its schedule has not started.'],
  ['_TIME_DONE', 'Its schedule has ended.', 'Set a later end.', 'user'],
  ['AD_STATUS_DONE', 'Its schedule has ended.', 'Set a later end for the ad group.', 'user'],
  [
    '_BUDGET_EXCEED',
    'Its budget is spent.',
    'Raise the budget, or wait for the next day of a daily budget.',
    'user',
  ],
  [
    '_CAMPAIGN_EXCEED',
    'The budget of its campaign is spent.',
    "Raise the campaign's budget, or wait for the next day.",
    'user',
  ],
  [
    '_BALANCE_EXCEED',
    'The balance of the ad account is spent.',
    'Add funds to the ad account in TikTok Ads Manager.',
    'admin',
  ],
  ['_TRANSCODING_FAIL', 'TikTok could not process the video.', 'Upload the video again.', 'user'],
  ['_PROCESS_AUDIO', 'TikTok is processing the audio.'],
  [
    '_MUSIC_AUTHORIZATION_MISSING',
    'The music may not be used in ads.',
    'Use music of the commercial library.',
    'user',
  ],
  [
    '_PIXEL_UNBIND',
    'Its pixel no longer belongs to the ad account.',
    'Link the pixel to the ad account in TikTok Ads Manager.',
    'admin',
  ],
  [
    'AD_STAUS_PIXEL_UNBIND',
    'Its pixel no longer belongs to the ad account.',
    'Link the pixel to the ad account in TikTok Ads Manager.',
    'admin',
  ],
  [
    '_ASSET_AUTHORIZATION_LOST',
    'The authorisation of its post or identity has ended.',
    'Ask the creator for a new code.',
    'user',
  ],
  [
    '_CREATOR_AUTHORIZATION_REVOKED',
    'The creator withdrew the authorisation.',
    'Ask the creator for a new code.',
    'user',
  ],
  [
    '_IDENTITY_USED_BY_GMV_MAX_AD',
    'A GMV Max ad uses its identity.',
    'Pause the GMV Max ad, or use another identity.',
    'user',
  ],
  [
    '_INDUSTRY_QUALIFICATION_MISSING',
    'The industry needs a qualification.',
    'Submit it in TikTok Ads Manager.',
    'admin',
  ],
  [
    '_INDUSTRY_QUALIFICATION_EXPIRED',
    "The industry's qualification has expired.",
    'Renew it in TikTok Ads Manager.',
    'admin',
  ],
  [
    '_INDUSTRY_QUALIFICATION_DENY',
    "TikTok rejected the industry's qualification.",
    'Submit another in TikTok Ads Manager.',
    'admin',
  ],
  ['_QUOTA_LIMIT', 'The ad account has too many active objects.', 'Pause or delete others.', 'user'],
  ['_FROZEN', 'TikTok has frozen it.', "Contact TikTok's support.", 'tiktok'],
  ['_PRE_ONLINE', 'TikTok is preparing it for delivery.'],
  ['_AWAITING_RELEASE', 'TikTok is preparing it for delivery.'],
  ['_LIVE_OFFLINE', 'The LIVE that it advertises is over.', 'Start the LIVE, or pause the ad.', 'user'],
  ['_LIVE_NOT_START', 'The LIVE that it advertises has not started.'],
  ['_PRODUCT_UNAVAILABLE', 'Its product is not available.', 'Choose another product, or restock it.', 'user'],
  ['_SEARCH_KEYWORDS_IN_REVIEW', 'TikTok is reviewing the keywords.'],
  ['_SEARCH_KEYWORDS_NOT_AVAILABLE', 'None of the keywords can be used.', 'Choose other keywords.', 'user'],
  [
    '_SEARCH_KEYWORDS_PARTIAL_APPROVED',
    'TikTok approved some of the keywords.',
    'Replace the others.',
    'user',
  ],
];
const LONGEST_FIRST = ROWS.toSorted(([a], [b]) => b.length - a.length);
const UNKNOWN: StatusExplanation = { message: '', fix: null, fixableBy: null };

/** Explains TikTok's word. A word that we do not know is shown as it is. */
export function explainStatus(secondaryStatus: string | null): StatusExplanation | null {
  if (secondaryStatus === null) return null;
  const row = LONGEST_FIRST.find(([key]) => secondaryStatus.includes(key));
  if (!row) return { ...UNKNOWN, message: secondaryStatus };
  const [, message, fix = null, fixableBy = null] = row;
  return { message, fix, fixableBy };
}
