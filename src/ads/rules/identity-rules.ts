import { when, type Complaint } from './complaint.js';
import { isPost } from './creative-kind.js';
import { appearsOnTikTok } from './placement-rules.js';
import type { AdRule, AdSite } from './site.js';

/** Checks the account that shows an ad. */
export const identityRules: AdRule = (site) => {
  const ofType = typeRules(site);
  // Whether the account has an identity of a wrong type does not matter.
  return ofType.length > 0 ? ofType : accountRules(site);
};

function typeRules(site: AdSite): Complaint[] {
  const { ad, adAt, group, context } = site;
  const { type, businessCenterId } = ad.identity;
  const post = isPost(ad);
  const manualCatalog = context.driver === 'manual' && group.catalogId !== undefined;
  const refused =
    type === 'CUSTOMIZED_USER' &&
    appearsOnTikTok(site) &&
    !manualCatalog &&
    !context.settings.customIdentityOnTikTok;
  return [
    ...when(
      refused && !post,
      adAt('identity.type'),
      'identity_not_accepted',
      'TikTok no longer accepts custom identities (CUSTOMIZED_USER) in ads on TikTok. Use an account of ' +
        'GET /api/ads/tools/identities, of the type TT_USER or BC_AUTH_TT, or leave the TikTok placement out.',
      'TT_USER',
    ),
    ...when(
      post && type === 'CUSTOMIZED_USER',
      adAt('identity.type'),
      'identity_not_for_post',
      'The ad of a post (Spark) shows the account of its creator. Use TT_USER, BC_AUTH_TT or AUTH_CODE.',
      'TT_USER',
    ),
    ...when(
      !post && type === 'AUTH_CODE',
      adAt('identity.type'),
      'identity_not_for_upload',
      'AUTH_CODE allows the authorised post only. Use TT_USER or BC_AUTH_TT, or put the post in creative.postId.',
      'TT_USER',
    ),
    ...when(
      type === 'BC_AUTH_TT' && businessCenterId === undefined,
      adAt('identity.businessCenterId'),
      'business_center_missing',
      'BC_AUTH_TT needs the business center that authorised the identity. GET /api/ads/tools/identities shows it.',
    ),
  ];
}

function accountRules({ ad, adAt, context }: AdSite): Complaint[] {
  const identities = context.account?.identities;
  if (!identities) return [];
  const { id, type } = ad.identity;
  const fact = identities.find((one) => one.id === id && one.type === type);
  const post = isPost(ad);
  // A code opens one post, and its identity appears with it.
  if (!fact)
    return when(
      type !== 'AUTH_CODE',
      adAt('identity.id'),
      'identity_unknown',
      `The ad account has no identity ${id} of the type ${type}. GET /api/ads/tools/identities lists those it has.`,
      identities.find((one) => one.type === type)?.id,
    );
  // The other permissions follow from it.
  if (fact.status && fact.status !== 'AVAILABLE')
    return when(
      true,
      adAt('identity.id'),
      'identity_unavailable',
      `TikTok reports ${fact.status} for the identity ${id}. Choose another one, or fix it in TikTok Ads Manager.`,
    );
  const owner = fact.businessCenterId;
  const { businessCenterId } = ad.identity;
  return [
    ...when(
      type === 'BC_AUTH_TT' && owner && businessCenterId !== undefined && businessCenterId !== owner,
      adAt('identity.businessCenterId'),
      'business_center_not_of_identity',
      `The business center ${owner} has authorised the identity ${id}, not ${businessCenterId}.`,
      owner,
    ),
    ...when(
      post ? fact.canPullVideo === false : fact.canPushVideo === false,
      adAt('identity.id'),
      post ? 'identity_cannot_pull' : 'identity_cannot_push',
      post
        ? `The identity ${id} does not allow its posts as ads. Choose another one.`
        : `The identity ${id} does not allow new videos. Choose another one, or advertise one of its posts.`,
    ),
    ...when(
      fact.adsOnly && ad.darkPost === false && !post,
      adAt('darkPost'),
      'dark_post_required',
      `The identity ${id} is for ads only, so its videos cannot appear on the profile. Send true, or leave the field out.`,
      true,
    ),
  ];
}
