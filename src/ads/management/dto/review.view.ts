import type { ForbiddenPlaces, Rejection, ReviewDetail } from '../../../tiktok/index.js';
import { AdObjectDetailView } from './ad-object.view.js';

export const REVIEW_STATES = ['approved', 'partly_approved', 'in_review', 'rejected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Where TikTok does not show something. Empty lists: nothing in particular is excluded. */
export class ForbiddenPlacesView implements ForbiddenPlaces {
  /** @example ["PLACEMENT_PANGLE"] */
  placements: string[];

  /** Countries or regions, as TikTok names them. */
  locations: string[];

  /** @example ["AGE_13_17"] */
  ageGroups: string[];

  operatingSystems: string[];
}

/** Why TikTok rejects something, and where. */
export class RejectionView implements Rejection {
  /** TikTok's own texts. */
  reasons: string[];

  /** What TikTok suggests. Null: nothing. */
  suggestion: string | null;

  /**
   * The part that it is about: MODE_STRING for the text, MODE_VIDEO, MODE_IMAGE, … Null: TikTok has not sent it.
   * @example MODE_VIDEO
   */
  content: string | null;

  /** The material of an Upgraded Smart+ ad. Null for other ads. */
  materialId: string | null;

  /** The rejected ad, in the review of an ad group. */
  adId: string | null;

  forbidden: ForbiddenPlacesView;
}

/** TikTok's review of an ad or an ad group. */
export class ReviewView {
  /** Null: TikTok uses a word that the service does not know. */
  state: ReviewState | null;

  /** @example "TikTok rejected it. The rejections say why." */
  stateText: string | null;

  /**
   * TikTok's word.
   * @example UNAVAILABLE
   */
  status: string | null;

  /**
   * TikTok's word. One appeal is possible, in TikTok Ads Manager.
   * @example NOT_APPEALED
   */
  appealStatus: string | null;

  /** When TikTok reviewed it. Null: TikTok sends it with some rejections only. */
  reviewedAt: Date | null;

  /** Where TikTok does not show it. */
  forbidden: ForbiddenPlacesView;

  rejections: RejectionView[];
}

/** A campaign, an ad group or an ad as TikTok has it, with its review. */
export class ReviewedObjectView extends AdObjectDetailView {
  /**
   * TikTok's review. Null: unknown, because TikTok did not answer, or has none: it reviews ads and manual ad groups, not
   * campaigns and ad groups of Upgraded Smart+.
   */
  review: ReviewView | null;
}

const TEXTS: Readonly<Record<ReviewState, string>> = {
  approved: 'TikTok approved it.',
  partly_approved: 'TikTok approved a part of it. The rest is not shown; the rejections say why.',
  in_review: 'TikTok has not approved it yet, and names no reason against it.',
  rejected: 'TikTok rejected it. Change what the rejections name, or appeal once in TikTok Ads Manager.',
};

export function toReviewView(review: ReviewDetail): ReviewView {
  const state = stateOf(review);
  return { state, stateText: state && TEXTS[state], ...review };
}

/** UNAVAILABLE also stands for a review that has not ended; then there is no reason. */
function stateOf({ status, rejections }: ReviewDetail): ReviewState | null {
  if (status === 'ALL_AVAILABLE') return 'approved';
  if (status === 'PART_AVAILABLE') return 'partly_approved';
  if (status !== 'UNAVAILABLE') return null;
  return rejections.length > 0 ? 'rejected' : 'in_review';
}
