import type { Ad, SmartPlusAd } from '../../ads/ad-objects.js';
import { creativesOf } from '../../ads/object-status.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import type { Params } from '../../wire/params.js';
import type { JsonObject } from '../../store/json-object.js';

/** What the caller wants to know beside the outcome. */
export interface ReviewDetail {
  readonly withReasons: boolean;
  readonly withFrames: boolean;
}

export function readReviewDetail(params: Params): ReviewDetail {
  const setting = params.object('extra_info_setting');
  return {
    withReasons: setting?.flag('include_reject_info') ?? false,
    withFrames: setting?.flag('include_violation_frame') ?? false,
  };
}

/** The review of an ad as a whole. While it is under way, nothing is available yet. Source: corrections §3. */
export function adReviewView(call: AdvertiserCall, ad: SmartPlusAd, detail: ReviewDetail): JsonObject {
  const creatives = creativesOf(call.state, ad);
  const approved = creatives.filter(({ review }) => review === 'approved').length;
  return {
    smart_plus_ad_id: ad.id,
    review_status: statusOf(approved, creatives.length),
    passed_locations: approved > 0 ? locationsOf(call, ad) : [],
    appeal_status: appealStatus(ad, creatives),
    ...(detail.withReasons ? { reject_info: creatives.flatMap((one) => rejectInfo(one, detail)) } : {}),
  };
}

export function materialReviewView(call: AdvertiserCall, creative: Ad, detail: ReviewDetail): JsonObject {
  const isApproved = creative.review === 'approved';
  return {
    ad_material_id: creative.materialId,
    review_status: statusOf(isApproved ? 1 : 0, 1),
    passed_locations: isApproved ? locationsOf(call, creative) : [],
    ...(detail.withReasons ? { reject_info: rejectInfo(creative, detail) } : {}),
  };
}

function statusOf(approved: number, all: number): string {
  if (approved === 0) return 'UNAVAILABLE';
  return approved === all ? 'ALL_AVAILABLE' : 'PART_AVAILABLE';
}

function locationsOf({ tables }: AdvertiserCall, { adgroupId }: { readonly adgroupId: string }): unknown {
  return tables.adgroups.get(adgroupId)?.fields['location_ids'] ?? [];
}

/** An appeal is over when the reviews that it began are. */
function appealStatus({ appealedAt }: SmartPlusAd, creatives: readonly Ad[]): string {
  if (appealedAt === null) return 'NOT_APPEALED';
  if (creatives.some(({ reviewEndsAt }) => reviewEndsAt !== null)) return 'APPEALING';
  return creatives.some(({ review }) => review === 'rejected') ? 'APPEAL_FAILED' : 'APPEAL_SUCCESSFUL';
}

const CONTENT: Readonly<Record<string, string>> = {
  SINGLE_IMAGE: 'MODE_IMAGE',
  CAROUSEL_ADS: 'MODE_CAROUSEL_MUSIC',
};

function rejectInfo({ rejectReason, fields }: Ad, { withFrames }: ReviewDetail): JsonObject[] {
  if (rejectReason === '') return [];
  const content_type = CONTENT[String(fields['ad_format'])] ?? 'MODE_VIDEO';
  return [
    {
      reasons: [rejectReason],
      suggestion: '',
      forbidden_locations: [],
      forbidden_placements: [],
      forbidden_ages: [],
      forbidden_operation_systems: [],
      content_info: { content_type, ...(withFrames ? { violation_frames: [] } : {}) },
    },
  ];
}
