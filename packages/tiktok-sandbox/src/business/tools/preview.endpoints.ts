import type { AdvertiserCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { findIdentity } from '../advertisers/identity-list.js';

const TYPES = ['AD', 'ADS_CREATION', 'SINGLE_VIDEO', 'SINGLE_IMAGE'] as const;

/** Source: TikTok's page 1739403070695426. */
const create = advertiserEndpoint({
  method: 'POST',
  path: '/creative/ads_preview/create/',
  handle(call) {
    const subject = subjectOf(call, call.params.requireOneOf('preview_type', TYPES));
    const link = `${call.origin}/media/preview/${subject}`;
    return {
      preview_link: link,
      iframe: `<iframe src="${link}" width="375" height="667"></iframe>`,
      tips: [],
    };
  },
});

/** The id of what is looked at. @throws BusinessError 40002, 40007 */
function subjectOf(call: AdvertiserCall, type: (typeof TYPES)[number]): string {
  const { params, world, tables, advertiser } = call;
  const owned = (key: string, table: { getOf(owner: string, id: string): unknown }): string => {
    const id = params.requireText(key);
    if (!table.getOf(advertiser.id, id)) throw notFound(`${key}: ${id} does not exist.`);
    return id;
  };
  if (type === 'AD') return owned('ad_id', tables.ads);
  if (type === 'SINGLE_VIDEO') return owned('video_id', tables.videoFiles);
  if (type === 'SINGLE_IMAGE') return owned('image_id', tables.imageFiles);
  params.requireText('objective_type');
  params.requireText('ad_format');
  const identity = params.requireText('identity_id');
  if (!findIdentity(world, advertiser.id, identity))
    throw notFound(`identity_id: Identity ${identity} does not exist.`);
  return params.has('video_id') ? owned('video_id', tables.videoFiles) : identity;
}

export const PREVIEW_ENDPOINTS: readonly BusinessEndpoint[] = [create];
