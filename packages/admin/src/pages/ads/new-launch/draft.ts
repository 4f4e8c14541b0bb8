import type { GoalName, ObjectiveName } from './goals.js';

export type BudgetMode = 'daily' | 'lifetime';

/** An amount as the user types it. Nothing is filled in: it is money. */
export interface BudgetDraft {
  mode: BudgetMode | null;
  amount: string;
}

export interface AdDraft {
  /** Identifies the ad in the form. */
  key: string;
  name: string;
  /** An identity as `identityKey` writes it. A creator's post brings its own. */
  identity: string | null;
  source: 'upload' | 'publication' | 'post' | null;
  uploadId: string | null;
  publicationId: string | null;
  postId: string | null;
  postType: 'VIDEO' | 'CAROUSEL';
  text: string;
  callToAction: string | null;
  landingPageUrl: string;
}

export interface AdGroupDraft {
  /** Identifies the ad group in the form. */
  key: string;
  name: string;
  optimizationGoal: GoalName | null;
  pixelId: string | null;
  optimizationEvent: string | null;
  bidType: 'BID_TYPE_NO_BID' | 'BID_TYPE_CUSTOM' | null;
  bidAmount: string;
  budget: BudgetDraft;
  placements: 'automatic' | 'tiktok';
  impressions: string;
  days: string;
  locationIds: string[];
  ageGroups: string[];
  gender: 'GENDER_UNLIMITED' | 'GENDER_MALE' | 'GENDER_FEMALE';
  languages: string[];
  audienceIds: string[];
  excludedAudienceIds: string[];
  ads: AdDraft[];
}

/** A launch as the user fills it in, step by step. */
export interface Draft {
  /** The first launch with it counts, so that a second press of the button is no second campaign. */
  idempotencyKey: string;
  accountId: string | null;
  name: string;
  objective: ObjectiveName | null;
  budgetLevel: 'campaign' | 'ad_group' | null;
  budget: BudgetDraft;
  specialIndustries: ('HOUSING' | 'EMPLOYMENT' | 'CREDIT')[];
  starts: 'now' | 'later';
  /** Wall clock times of the ad account's zone, as `2026-12-01T09:00`. */
  start: string;
  end: string;
  adGroups: AdGroupDraft[];
  /** What happens after TikTok's review. Null until the user decides. */
  afterReview: 'enable' | 'paused' | null;
  reason: string;
  /** When the user pressed the button, for a launch that starts now: the same press again is the same launch. */
  startedAt: string | null;
}

export function newAd(name: string): AdDraft {
  return {
    key: crypto.randomUUID(),
    name,
    identity: null,
    source: null,
    uploadId: null,
    publicationId: null,
    postId: null,
    postType: 'VIDEO',
    text: '',
    callToAction: null,
    landingPageUrl: '',
  };
}

export function newAdGroup(name: string, adName: string): AdGroupDraft {
  return {
    key: crypto.randomUUID(),
    name,
    optimizationGoal: null,
    pixelId: null,
    optimizationEvent: null,
    bidType: null,
    bidAmount: '',
    budget: { mode: null, amount: '' },
    placements: 'automatic',
    impressions: '',
    days: '',
    locationIds: [],
    ageGroups: [],
    gender: 'GENDER_UNLIMITED',
    languages: [],
    audienceIds: [],
    excludedAudienceIds: [],
    ads: [newAd(adName)],
  };
}

export function newDraft(accountId: string | null, groupName: string, adName: string): Draft {
  return {
    idempotencyKey: crypto.randomUUID(),
    accountId,
    name: '',
    objective: null,
    budgetLevel: null,
    budget: { mode: null, amount: '' },
    specialIndustries: [],
    starts: 'now',
    start: '',
    end: '',
    adGroups: [newAdGroup(groupName, adName)],
    afterReview: null,
    reason: '',
    startedAt: null,
  };
}
