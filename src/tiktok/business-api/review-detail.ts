import { fromWireTime } from './wire-time.js';

/** Where something is not shown; empty lists: nowhere in particular. */
export interface ForbiddenPlaces {
  placements: string[];
  locations: string[];
  ageGroups: string[];
  operatingSystems: string[];
}

/** One reason why TikTok rejects something. */
export interface Rejection {
  reasons: string[];
  /** What TikTok suggests. */
  suggestion: string | null;
  /** TikTok's word for the part that it is about, e.g. MODE_VIDEO. */
  content: string | null;
  /** The material of an Upgraded Smart+ ad. */
  materialId: string | null;
  /** The ad of an ad group. */
  adId: string | null;
  forbidden: ForbiddenPlaces;
}

/** The review of an ad or an ad group. */
export interface ReviewDetail {
  /** ALL_AVAILABLE, PART_AVAILABLE or UNAVAILABLE. */
  status: string | null;
  /** NOT_APPEALED, APPEALING, … */
  appealStatus: string | null;
  /** TikTok sends it with a rejection only. */
  reviewedAt: Date | null;
  forbidden: ForbiddenPlaces;
  rejections: Rejection[];
}

interface WirePlaces {
  forbidden_placements?: unknown;
  forbidden_locations?: unknown;
  forbidden_ages?: unknown;
  forbidden_operation_systems?: unknown;
}

export interface WireRejection extends WirePlaces {
  reasons?: unknown;
  suggestion?: unknown;
  content_info?: { content_type?: unknown } | null;
}

export interface WireReview extends WirePlaces {
  smart_plus_ad_id?: string;
  ad_material_id?: string;
  review_status?: unknown;
  appeal_status?: unknown;
  last_audit_time?: unknown;
  reject_info?: WireRejection[] | null;
}

export function reviewOf(row: WireReview): ReviewDetail {
  return {
    status: textOf(row.review_status),
    appealStatus: textOf(row.appeal_status),
    reviewedAt: fromWireTime(row.last_audit_time),
    forbidden: placesOf(row),
    rejections: (row.reject_info ?? []).map((info) => rejectionOf(info)),
  };
}

export function rejectionOf(
  info: WireRejection,
  of: { materialId?: string | null; adId?: string } = {},
): Rejection {
  return {
    reasons: textsOf(info.reasons),
    suggestion: textOf(info.suggestion),
    content: textOf(info.content_info?.content_type),
    materialId: of.materialId ?? null,
    adId: of.adId ?? null,
    forbidden: placesOf(info),
  };
}

function placesOf(wire: WirePlaces): ForbiddenPlaces {
  return {
    placements: textsOf(wire.forbidden_placements),
    locations: textsOf(wire.forbidden_locations),
    ageGroups: textsOf(wire.forbidden_ages),
    operatingSystems: textsOf(wire.forbidden_operation_systems),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => textOf(one) ?? []) : [];
}

/** TikTok's texts about a rejection: its reasons and what it suggests. */
export function rejectionTexts({ rejections }: ReviewDetail): string[] {
  return rejections.flatMap(({ reasons, suggestion }) => [...reasons, suggestion ?? []].flat());
}

/** TikTok's words for where something is not shown: parts of the ad, placements, countries, ages and systems. */
export function rejectedPlaces({ rejections, forbidden }: ReviewDetail): string[] {
  const words = rejections.flatMap(({ content, forbidden: places }) =>
    [content ?? [], wordsOf(places)].flat(),
  );
  return [...new Set([...words, ...wordsOf(forbidden)])];
}

function wordsOf({ placements, locations, ageGroups, operatingSystems }: ForbiddenPlaces): string[] {
  return [...placements, ...locations, ...ageGroups, ...operatingSystems];
}
