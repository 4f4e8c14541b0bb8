import type { AdDriver, AdsRuleSettings } from '../../config/index.js';

/** What is known beside the body. What is absent or null is unknown, and not checked. */
export interface RuleContext {
  driver: AdDriver;
  /** ISO 4217, of the ad account. */
  currency: string | null;
  now: Date;
  settings: AdsRuleSettings;
  account?: AccountFacts;
}

/** A publication whose files become the creative of an ad. */
export interface PublicationFact {
  kind: 'video' | 'photo';
  fileCount: number;
  /** Absent: the files can be uploaded. */
  problem?: string;
}

/**
 * What TikTok says of the ad account. Maps have an entry for each id that TikTok was asked for; null means that the account
 * does not have it.
 */
export interface AccountFacts {
  identities?: readonly IdentityFact[];
  pixels?: readonly PixelFact[];
  apps?: readonly AppFact[];
  audiences?: ReadonlyMap<string, AudienceFact | null>;
  videos?: ReadonlyMap<string, VideoFact | null>;
  images?: ReadonlyMap<string, ImageFact | null>;
  uploads?: ReadonlyMap<string, UploadFact | null>;
  /** Keyed by `postKey`. */
  posts?: ReadonlyMap<string, PostFact | null>;
  languages?: ReadonlySet<string>;
  /** A location id and that of the place that contains it. */
  locationParents?: ReadonlyMap<string, string>;
  locationNames?: ReadonlyMap<string, string>;
  /** The publications whose files are uploaded, by id. */
  publications?: ReadonlyMap<string, PublicationFact>;
  /** The publications of which it is not known whether they become a post or an upload, by `publicationKey`. */
  openPublications?: ReadonlySet<string>;
}

/** An identity, as /identity/get/ describes it. */
export interface IdentityFact {
  id: string;
  type: string;
  businessCenterId?: string | null;
  /** AVAILABLE, or why it cannot be used. */
  status?: string | null;
  adsOnly?: boolean | null;
  canPushVideo?: boolean | null;
  canPullVideo?: boolean | null;
}

export interface PixelFact {
  id: string;
  /** Events that TikTok no longer lets ads optimise for. */
  retiredEvents: readonly string[];
}

export interface AppFact {
  id: string;
  /** ANDROID or IOS; null: TikTok has not sent it. */
  system: string | null;
}

export interface AudienceFact {
  usable: boolean;
  /** Matched users; null: TikTok has not sent the number. */
  matched: number | null;
}

export interface VideoFact {
  /** False while TikTok processes it. */
  ready: boolean;
}

export interface ImageFact {
  /** Null: TikTok has not looked at it yet. */
  forCarousel: boolean | null;
}

/** A file of POST /api/ads/creatives. */
export interface UploadFact {
  /** The ad account that has it; null: this one. */
  otherAccountId: string | null;
  /** Why it will never be usable. */
  failure: string | null;
}

/** The permission to advertise a post. */
export interface PostFact {
  /** Null: it does not end. */
  until: Date | null;
  /** EXPIRED or CANCELED, if TikTok reports the permission so. */
  ended: string | null;
}

/** A post with AUTH_CODE is permitted as such; the others belong to their identity. */
export function postKey(postId: string, identity: { type: string; id: string }): string {
  return identity.type === 'AUTH_CODE' ? postId : `${postId} ${identity.type} ${identity.id}`;
}

/** The same publication may be a post for one identity and an upload for another one. */
export function publicationKey(publicationId: string, identity: { type: string; id: string }): string {
  return `${publicationId} ${identity.type} ${identity.id}`;
}
