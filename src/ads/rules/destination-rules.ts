import { isUrl } from '../../config/index.js';
import { when, type Complaint } from './complaint.js';
import { destinationOf, type Destination } from './destination-kind.js';
import { appearsOnTikTok } from './placement-rules.js';
import type { AdRule, AdSite } from './site.js';
import { CALLS_TO_ACTION } from './tables/calls-to-action.js';

/** Checks where a click leads, and the button with it. */
export const destinationRules: AdRule = (site) => {
  const destination = destinationOf(site);
  return [
    ...urlRules(site),
    ...buttonRules(site),
    ...(destination ? [...placeRules(site, destination), ...pairRules(site, destination)] : []),
  ];
};

function urlRules({ ad, adAt }: AdSite): Complaint[] {
  const url = ad.landingPageUrl;
  const completed = `https://${(url ?? '').trim().replace(/^[a-z]*:?\/+/i, '')}`;
  return when(
    url !== undefined && !isWebAddress(url),
    adAt('landingPageUrl'),
    'landing_page_unreadable',
    `"${url}" is no web address. Send one that begins with https://.`,
    isWebAddress(completed) ? completed : undefined,
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && isUrl(text);
}

function buttonRules({ ad, adAt }: AdSite): Complaint[] {
  const { callToAction, callToActionId } = ad;
  return [
    ...when(
      callToAction !== undefined && !CALLS_TO_ACTION.has(callToAction),
      adAt('callToAction'),
      'call_to_action_unknown',
      `TikTok has no call to action ${callToAction}. Choose one that the ad account's tools list.`,
      'LEARN_MORE',
    ),
    ...when(
      callToAction !== undefined && callToActionId !== undefined,
      adAt('callToAction'),
      'call_to_action_twice',
      'An ad has callToAction or callToActionId. Leave one of them out.',
      null,
    ),
  ];
}

function placeRules({ ad, adAt, campaign, group }: AdSite, destination: Destination): Complaint[] {
  const { landingPageUrl: url, pageId, tiktokPageCategory: category } = ad;
  const goal = group.optimizationGoal;
  if (destination === 'tiktok_page') return tiktokPageRules(ad, adAt);
  const mayHaveUrl = ['website', 'site_or_page', 'optional'].includes(destination);
  const mayHavePage = ['page', 'site_or_page', 'optional'].includes(destination);
  return [
    ...when(
      url !== undefined && !mayHaveUrl,
      adAt('landingPageUrl'),
      'landing_page_not_allowed',
      `Ads of ${campaign.objective} with the goal ${goal} lead elsewhere. Leave landingPageUrl out.`,
      null,
    ),
    ...when(
      pageId !== undefined && !mayHavePage,
      adAt('pageId'),
      'page_not_allowed',
      `Ads of ${campaign.objective} with the goal ${goal} lead elsewhere. Leave pageId out.`,
      null,
    ),
    ...when(
      mayHaveUrl && mayHavePage && url !== undefined && pageId !== undefined,
      adAt('pageId'),
      'destination_ambiguous',
      'An ad leads to a website or to a page on TikTok. Leave landingPageUrl or pageId out.',
      null,
    ),
    ...when(
      (destination === 'website' && url === undefined) ||
        (destination === 'site_or_page' && url === undefined && pageId === undefined),
      adAt('landingPageUrl'),
      'destination_missing',
      `Ads of ${campaign.objective} with the goal ${goal} need the website they lead to. Set landingPageUrl.`,
    ),
    ...when(
      destination === 'page' && pageId === undefined,
      adAt('pageId'),
      'page_missing',
      'Ads for an instant form need the form. Set pageId.',
    ),
    ...when(
      category !== undefined,
      adAt('tiktokPageCategory'),
      'page_category_not_for_goal',
      `tiktokPageCategory belongs to the goal PAGE_VISIT, not to ${goal}. Leave it out.`,
      null,
    ),
  ];
}

function tiktokPageRules(ad: AdSite['ad'], adAt: AdSite['adAt']): Complaint[] {
  const { landingPageUrl: url, pageId, tiktokPageCategory: category } = ad;
  return [
    ...when(
      category === undefined,
      adAt('tiktokPageCategory'),
      'page_category_missing',
      'The goal PAGE_VISIT needs the kind of page: PROFILE_PAGE, OTHER_TIKTOK_PAGE or TIKTOK_INSTANT_PAGE.',
      'PROFILE_PAGE',
    ),
    ...when(
      category === 'OTHER_TIKTOK_PAGE' && url === undefined,
      adAt('landingPageUrl'),
      'destination_missing',
      'OTHER_TIKTOK_PAGE needs the address of the page. Set landingPageUrl.',
    ),
    ...when(
      category === 'TIKTOK_INSTANT_PAGE' && pageId === undefined,
      adAt('pageId'),
      'page_missing',
      'TIKTOK_INSTANT_PAGE needs the page. Set pageId.',
    ),
    ...when(
      category !== undefined && category !== 'OTHER_TIKTOK_PAGE' && url !== undefined,
      adAt('landingPageUrl'),
      'landing_page_not_allowed',
      'landingPageUrl belongs to OTHER_TIKTOK_PAGE. Leave it out.',
      null,
    ),
    ...when(
      category !== undefined && category !== 'TIKTOK_INSTANT_PAGE' && pageId !== undefined,
      adAt('pageId'),
      'page_not_allowed',
      'pageId belongs to TIKTOK_INSTANT_PAGE. Leave it out.',
      null,
    ),
  ];
}

function pairRules(site: AdSite, destination: Destination): Complaint[] {
  const { ad, adAt, group, context } = site;
  const button = ad.callToAction !== undefined || ad.callToActionId !== undefined;
  const field = adAt(ad.callToAction === undefined ? 'callToActionId' : 'callToAction');
  const linked = ad.landingPageUrl !== undefined || ad.pageId !== undefined;
  if (destination === 'none')
    return when(
      button,
      field,
      'call_to_action_not_for_goal',
      `Ads with the goal ${group.optimizationGoal} have no button. Leave the call to action out.`,
      null,
    );
  // An app, a chat and a page on TikTok are destinations without an address.
  const implied = ['app', 'message', 'tiktok_page'].includes(destination);
  const needed =
    linked || destination === 'tiktok_page' || (context.driver === 'us_plus' && wantsButton(site));
  return [
    ...when(
      needed && !button,
      adAt('callToAction'),
      'call_to_action_missing',
      'An ad with a destination needs a call to action. Set callToAction, such as LEARN_MORE.',
      'LEARN_MORE',
    ),
    ...when(
      destination === 'optional' && button && !linked && !implied,
      field,
      'call_to_action_without_destination',
      'A call to action needs a destination. Set landingPageUrl, or leave the call to action out.',
      null,
    ),
  ];
}

/** Cookbook §1.3: leads on TikTok, and web and app ads of a TikTok account, need a call to action. */
function wantsButton(site: AdSite): boolean {
  if (site.campaign.objective === 'LEAD_GENERATION') return appearsOnTikTok(site);
  return site.ad.identity.type !== 'CUSTOMIZED_USER';
}

/**
 * True if Upgraded Smart+ wants the id of a call to action instead of its name. The driver makes a portfolio for it.
 * ADS_CALL_TO_ACTION_AS decides, because the references do not agree.
 */
export function needsCallToActionId(site: AdSite): boolean {
  const { driver, settings } = site.context;
  return driver === 'us_plus' && settings.callToActionAs === 'portfolio' && wantsButton(site);
}
