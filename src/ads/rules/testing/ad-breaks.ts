import {
  A,
  drop,
  goal,
  hasImages,
  hasVideo,
  isPost,
  objective,
  websites,
  type Break,
  type Choice,
  type Parts,
} from './break-parts.js';

const fact = (parts: Parts, facts: object) => {
  const { id, type } = parts.ad.identity;
  parts.context.account = { identities: [{ id, type, status: 'AVAILABLE', ...facts }] };
};
const upload = (parts: Parts) => !isPost(parts);
const not = (part: (choice: Choice) => boolean) => (choice: Choice) => !part(choice);

/** Breaks of ads. */
export const AD_BREAKS: Break[] = [
  {
    rule: 'identity_not_accepted',
    field: `${A}.identity.type`,
    fits: not(objective('PRODUCT_SALES')),
    apply: (parts) => upload(parts) && (parts.ad.identity.type = 'CUSTOMIZED_USER'),
  },
  {
    rule: 'identity_not_for_post',
    field: `${A}.identity.type`,
    apply: (parts) => isPost(parts) && (parts.ad.identity.type = 'CUSTOMIZED_USER'),
  },
  {
    rule: 'identity_not_for_upload',
    field: `${A}.identity.type`,
    apply: (parts) => upload(parts) && (parts.ad.identity.type = 'AUTH_CODE'),
  },
  {
    rule: 'business_center_missing',
    field: `${A}.identity.businessCenterId`,
    apply: ({ ad }) => (ad.identity = { type: 'BC_AUTH_TT', id: 'identity' }),
  },
  {
    rule: 'publication_unusable',
    field: `${A}.creative.publicationId`,
    apply: ({ ad, context }) => {
      const publicationId = '019abcde-0000-7000-8000-000000000000';
      ad.creative = { publicationId };
      const gone = { kind: 'video' as const, fileCount: 1, problem: 'Gone.' };
      context.account = { publications: new Map([[publicationId, gone]]) };
    },
  },
  {
    rule: 'music_not_allowed',
    field: `${A}.creative.musicId`,
    fits: objective('TRAFFIC', 'REACH', 'WEB_CONVERSIONS'),
    apply: ({ ad }) => (ad.creative = { postId: '7500000000000000001', postType: 'CAROUSEL', musicId: 'm1' }),
  },
  {
    rule: 'music_missing',
    field: `${A}.creative.musicId`,
    fits: objective('TRAFFIC', 'REACH', 'WEB_CONVERSIONS'),
    apply: ({ ad, context }) => {
      const publicationId = '019abcde-0000-7000-8000-000000000000';
      ad.creative = { publicationId };
      context.account = { publications: new Map([[publicationId, { kind: 'photo', fileCount: 3 }]]) };
    },
  },
  {
    rule: 'identity_unknown',
    field: `${A}.identity.id`,
    apply: (parts) => fact(parts, { id: 'another' }),
  },
  {
    rule: 'identity_unavailable',
    field: `${A}.identity.id`,
    apply: (parts) => fact(parts, { status: 'IS_PRIVATE_ACCOUNT' }),
  },
  {
    rule: 'identity_cannot_push',
    field: `${A}.identity.id`,
    apply: (parts) => upload(parts) && (fact(parts, { canPushVideo: false }), true),
  },
  {
    rule: 'identity_cannot_pull',
    field: `${A}.identity.id`,
    apply: (parts) => isPost(parts) && (fact(parts, { canPullVideo: false }), true),
  },
  {
    rule: 'dark_post_required',
    field: `${A}.darkPost`,
    apply: (parts) => {
      if (isPost(parts)) return false;
      fact(parts, { adsOnly: true });
      parts.ad.darkPost = false;
      return true;
    },
  },
  {
    rule: 'creative_missing',
    field: `${A}.creative`,
    apply: ({ ad }) => (ad.creative = {}),
  },
  {
    rule: 'creative_ambiguous',
    field: `${A}.creative.postId`,
    apply: (parts) => upload(parts) && (parts.ad.creative.postId = '7500000000000000001'),
  },
  {
    rule: 'cover_missing',
    field: `${A}.creative.coverImageId`,
    apply: (parts) => hasVideo(parts) && drop(parts.ad.creative, 'coverImageId'),
  },
  {
    rule: 'cover_not_allowed',
    field: `${A}.creative.coverImageId`,
    apply: (parts) => !hasVideo(parts) && (parts.ad.creative.coverImageId = 'c1'),
  },
  {
    rule: 'image_count_out_of_range',
    field: `${A}.creative.imageIds`,
    apply: (parts) =>
      hasImages(parts) && (parts.ad.creative.imageIds = Array.from({ length: 36 }, (_, at) => `i${at}`)),
  },
  {
    rule: 'music_missing',
    field: `${A}.creative.musicId`,
    apply: (parts) => hasImages(parts) && drop(parts.ad.creative, 'musicId'),
  },
  {
    rule: 'music_not_allowed',
    field: `${A}.creative.musicId`,
    apply: (parts) => !hasImages(parts) && (parts.ad.creative.musicId = 'm1'),
  },
  {
    rule: 'carousel_not_for_objective',
    field: `${A}.creative.imageIds`,
    fits: objective('VIDEO_VIEWS', 'ENGAGEMENT', 'PRODUCT_SALES'),
    apply: ({ ad }) => (ad.creative = { imageIds: ['i1'], musicId: 'm1' }),
  },
  {
    rule: 'text_missing',
    field: `${A}.text`,
    apply: (parts) => upload(parts) && drop(parts.ad, 'text'),
  },
  {
    rule: 'text_not_for_post',
    field: `${A}.text`,
    apply: (parts) => isPost(parts) && (parts.ad.text = 'New drop'),
  },
  {
    rule: 'text_too_long',
    field: `${A}.text`,
    apply: (parts) => upload(parts) && (parts.ad.text = `${'新'.repeat(50)}a`),
  },
  {
    rule: 'text_has_emoji',
    field: `${A}.text`,
    apply: (parts) => upload(parts) && (parts.ad.text = 'New drop 🎉 now'),
  },
  {
    rule: 'landing_page_unreadable',
    field: `${A}.landingPageUrl`,
    fits: websites,
    apply: ({ ad }) => ad.landingPageUrl !== undefined && (ad.landingPageUrl = 'shop.example/spring'),
  },
  {
    rule: 'landing_page_not_allowed',
    field: `${A}.landingPageUrl`,
    fits: goal('FOLLOWERS', 'INSTALL', 'PAGE_VISIT'),
    apply: ({ ad, group }) =>
      group.promotionType !== 'WEBSITE' && (ad.landingPageUrl = 'https://shop.example/'),
  },
  {
    rule: 'destination_missing',
    field: `${A}.landingPageUrl`,
    fits: objective('WEB_CONVERSIONS'),
    apply: ({ ad }) => drop(ad, 'landingPageUrl'),
  },
  {
    rule: 'destination_ambiguous',
    field: `${A}.pageId`,
    fits: objective('WEB_CONVERSIONS'),
    apply: ({ ad }) => (ad.pageId = '7600000000000000001'),
  },
  {
    rule: 'page_missing',
    field: `${A}.pageId`,
    fits: goal('LEAD_GENERATION'),
    apply: ({ ad }) => drop(ad, 'pageId'),
  },
  {
    rule: 'page_not_allowed',
    field: `${A}.pageId`,
    fits: goal('FOLLOWERS', 'PAGE_VISIT', 'IN_APP_EVENT'),
    apply: ({ ad }) => (ad.pageId = '7600000000000000001'),
  },
  {
    rule: 'page_category_missing',
    field: `${A}.tiktokPageCategory`,
    fits: goal('PAGE_VISIT'),
    apply: ({ ad }) => drop(ad, 'tiktokPageCategory'),
  },
  {
    rule: 'page_category_not_for_goal',
    field: `${A}.tiktokPageCategory`,
    fits: (choice) => !goal('PAGE_VISIT')(choice),
    apply: ({ ad }) => (ad.tiktokPageCategory = 'PROFILE_PAGE'),
  },
  {
    rule: 'call_to_action_missing',
    field: `${A}.callToAction`,
    apply: ({ ad }) => ad.landingPageUrl !== undefined && drop(ad, 'callToAction'),
  },
  {
    rule: 'call_to_action_unknown',
    field: `${A}.callToAction`,
    apply: ({ ad }) => ad.callToAction !== undefined && (ad.callToAction = 'BUY'),
  },
  {
    rule: 'call_to_action_twice',
    field: `${A}.callToAction`,
    apply: ({ ad }) => ad.callToAction !== undefined && (ad.callToActionId = '7700000000000000001'),
  },
  {
    rule: 'call_to_action_not_for_goal',
    field: `${A}.callToAction`,
    fits: goal('FOLLOWERS'),
    apply: ({ ad }) => (ad.callToAction = 'SHOP_NOW'),
  },
  {
    rule: 'call_to_action_without_destination',
    field: `${A}.callToAction`,
    fits: objective('REACH', 'VIDEO_VIEWS'),
    apply: ({ ad }) => ad.landingPageUrl === undefined && (ad.callToAction = 'SHOP_NOW'),
  },
];
