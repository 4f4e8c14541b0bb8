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

/** What TikTok says of the ad account. */
export interface AccountFacts {
  identities?: readonly IdentityFact[];
  pixelIds?: readonly string[];
  /** A location id and that of the place that contains it. */
  locationParents?: ReadonlyMap<string, string>;
  /** The publications whose files are uploaded, by id. */
  publications?: ReadonlyMap<string, PublicationFact>;
}

/** An identity, as /identity/get/ describes it. */
export interface IdentityFact {
  id: string;
  type: string;
  /** AVAILABLE, or why it cannot be used. */
  status?: string | null;
  adsOnly?: boolean | null;
  canPushVideo?: boolean | null;
  canPullVideo?: boolean | null;
}
