import type { JsonObject } from '../store/json-object.js';

export type OperationStatus = 'ENABLE' | 'DISABLE' | 'DELETE';

/** Common fields of campaigns, ad groups and ads. Times are ms. */
interface AdObject {
  /** 16 digits, the larger the later. */
  readonly id: string;
  readonly advertiserId: string;
  name: string;
  operationStatus: OperationStatus;
  readonly createdAt: number;
  modifiedAt: number;
  /** Further fields as they were sent. */
  fields: JsonObject;
}

export interface Campaign extends AdObject {
  /** Made by `/smart_plus/*`, which alone may change it. */
  readonly isUsPlus?: boolean;
  readonly objectiveType: string;
  readonly budgetMode: string;
  budget: number;
  readonly budgetOptimizeOn: boolean;
  /** The idempotency key of its creation. */
  readonly requestId: string | null;
}

export interface AdGroup extends AdObject {
  /** As its campaign. */
  readonly isUsPlus?: boolean;
  readonly campaignId: string;
  readonly budgetMode: string;
  budget: number;
  /** Replaces `budget` at the next midnight; 0 is none. */
  scheduledBudget: number;
  startsAt: number;
  endsAt: number;
  readonly requestId: string | null;
}

export type ReviewState = 'audit' | 'reaudit' | 'approved' | 'rejected';

/** A period in which an ad was delivered on a budget; it may still be open. */
export interface DeliverySpan {
  readonly from: number;
  to: number | null;
  /** The ad's share of the daily budget then, in the advertiser's currency. */
  readonly dailyBudget: number;
}

export interface Ad extends AdObject {
  /** For a creative of an Upgraded Smart+ ad: that ad, and the creative's id there. */
  readonly smartPlusAdId?: string;
  readonly materialId?: string;
  readonly campaignId: string;
  readonly adgroupId: string;
  review: ReviewState;
  rejectReason: string;
  /** The end of the current review; null if there is none. */
  reviewEndsAt: number | null;
  delivery: DeliverySpan[];
  /** Names its figures, so that they are the same for the same seed. */
  readonly seedName: string;
}

/** An ad of Upgraded Smart+. Its creatives are rows of their own, so that each is reviewed, delivered and measured. */
export interface SmartPlusAd extends AdObject {
  readonly campaignId: string;
  readonly adgroupId: string;
  /** Ids of its creatives, also of removed ones. */
  readonly creativeIds: string[];
  /** The latest write: another one within a few seconds is a conflict. */
  lastWriteAt: number;
  /** When its only appeal was made; null until then. */
  appealedAt: number | null;
}
