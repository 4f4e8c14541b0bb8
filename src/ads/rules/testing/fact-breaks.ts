import { postKey, type AccountFacts } from '../rule-context.js';
import { A, G, hasImages, hasVideo, isPost, type Break, type Parts } from './break-parts.js';
import { NOW } from './sample-context.js';

const know = ({ context }: Parts, account: AccountFacts) => ((context.account = account), true);
const AUDIENCE = '7800000000000000001';
const UPLOAD = '0193a1c0-0000-7000-8000-000000000001';
const APPS = new Set(['APP_ANDROID', 'APP_IOS']);

const upload = (parts: Parts, fact: { otherAccountId: string | null; failure: string | null } | null) => {
  if (!hasVideo(parts)) return false;
  parts.ad.creative = { uploadId: UPLOAD };
  return know(parts, { uploads: new Map([[UPLOAD, fact]]) });
};
const post = (parts: Parts, fact: { until: Date | null; ended: string | null } | null, isCode: boolean) => {
  const { postId } = parts.ad.creative;
  if (postId === undefined) return false;
  if (isCode) parts.ad.identity = { type: 'AUTH_CODE', id: 'identity' };
  return know(parts, { posts: new Map([[postKey(postId, parts.ad.identity), fact]]) });
};
const app = (parts: Parts, id: string, system: string | null) =>
  APPS.has(parts.group.promotionType ?? '') && know(parts, { apps: [{ id, system }] });

/** Breaks that what TikTok says of the ad account shows. */
export const FACT_BREAKS: Break[] = [
  {
    rule: 'pixel_unknown',
    field: `${G}.pixelId`,
    fits: ({ row }) => row.pixel === 'required',
    apply: (parts) => know(parts, { pixels: [{ id: '7300000000000000002', retiredEvents: [] }] }),
  },
  {
    rule: 'event_retired',
    field: `${G}.optimizationEvent`,
    fits: ({ row }) => row.pixel === 'required' && row.event === 'any',
    apply: (parts) => {
      const { pixelId, optimizationEvent } = parts.group;
      return know(parts, { pixels: [{ id: pixelId ?? '', retiredEvents: [optimizationEvent ?? ''] }] });
    },
  },
  {
    rule: 'app_unknown',
    field: `${G}.appId`,
    fits: ({ row }) => row.objective === 'APP_PROMOTION',
    apply: (parts) => app(parts, '7200000000000000002', null),
  },
  {
    rule: 'app_not_for_promotion',
    field: `${G}.appId`,
    fits: ({ row }) => row.objective === 'APP_PROMOTION',
    apply: (parts) =>
      app(parts, parts.group.appId ?? '', parts.group.promotionType === 'APP_IOS' ? 'ANDROID' : 'IOS'),
  },
  {
    rule: 'language_unknown',
    field: `${G}.targeting.languages`,
    apply: (parts) => {
      parts.group.targeting.languages = ['en', 'tlh'];
      return know(parts, { languages: new Set(['en', 'de']) });
    },
  },
  ...(['audienceIds', 'excludedAudienceIds'] as const).flatMap((list): Break[] => [
    {
      rule: 'audience_unknown',
      field: `${G}.targeting.${list}`,
      apply: (parts) => {
        parts.group.targeting[list] = [AUDIENCE];
        return know(parts, { audiences: new Map([[AUDIENCE, null]]) });
      },
    },
    {
      rule: 'audience_not_usable',
      field: `${G}.targeting.${list}`,
      apply: (parts) => {
        parts.group.targeting[list] = [AUDIENCE];
        return know(parts, { audiences: new Map([[AUDIENCE, { usable: false, matched: 812 }]]) });
      },
    },
  ]),
  {
    rule: 'business_center_not_of_identity',
    field: `${A}.identity.businessCenterId`,
    apply: (parts) => {
      const { type, id } = parts.ad.identity;
      if (type !== 'BC_AUTH_TT') return false;
      return know(parts, { identities: [{ id, type, businessCenterId: '7000000000000000002' }] });
    },
  },
  {
    rule: 'video_unknown',
    field: `${A}.creative.videoId`,
    apply: (parts) => hasVideo(parts) && know(parts, { videos: new Map([['v1', null]]) }),
  },
  {
    rule: 'video_not_ready',
    field: `${A}.creative.videoId`,
    apply: (parts) => hasVideo(parts) && know(parts, { videos: new Map([['v1', { ready: false }]]) }),
  },
  {
    rule: 'image_unknown',
    field: `${A}.creative.imageIds`,
    apply: (parts) => hasImages(parts) && know(parts, { images: new Map([['i2', null]]) }),
  },
  {
    rule: 'image_not_for_carousel',
    field: `${A}.creative.imageIds`,
    apply: (parts) => hasImages(parts) && know(parts, { images: new Map([['i2', { forCarousel: false }]]) }),
  },
  {
    rule: 'upload_unknown',
    field: `${A}.creative.uploadId`,
    apply: (parts) => upload(parts, null),
  },
  {
    rule: 'upload_of_other_account',
    field: `${A}.creative.uploadId`,
    apply: (parts) => upload(parts, { otherAccountId: '7400000000000000002', failure: null }),
  },
  {
    rule: 'upload_failed',
    field: `${A}.creative.uploadId`,
    apply: (parts) => upload(parts, { otherAccountId: null, failure: 'The file is no video.' }),
  },
  {
    rule: 'post_not_authorized',
    field: `${A}.creative.postId`,
    apply: (parts) => post(parts, null, true),
  },
  {
    rule: 'post_authorization_ended',
    field: `${A}.creative.postId`,
    apply: (parts) => isPost(parts) && post(parts, { until: NOW, ended: null }, true),
  },
  {
    rule: 'post_authorization_ended',
    field: `${A}.creative.postId`,
    apply: (parts) => post(parts, { until: null, ended: 'CANCELED' }, true),
  },
  {
    rule: 'post_not_of_identity',
    field: `${A}.creative.postId`,
    apply: (parts) => post(parts, null, false),
  },
];
