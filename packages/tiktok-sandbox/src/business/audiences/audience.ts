/** A set of hashed identifiers, small enough to keep: see `people-sketch.ts`. */
export interface PeopleSketch {
  /** Share of all possible hashes that are kept: 1 until there are many. */
  readonly theta: number;
  /** The kept hashes, as 48-bit numbers. */
  readonly hashes: readonly number[];
}

/** An uploaded customer file that no audience has used yet. */
export interface CustomerFile {
  readonly path: string;
  readonly advertiserId: string;
  readonly calculateType: string;
  readonly people: PeopleSketch;
  readonly createdAt: number;
}

export interface AudienceChange {
  readonly action: string;
  readonly detail: string;
  readonly at: number;
  message: string;
}

export interface Audience {
  readonly id: string;
  readonly advertiserId: string;
  name: string;
  readonly kind: 'file' | 'stream' | 'lookalike';
  subType: string;
  readonly calculateType: string;
  /** Whether TikTok may widen it (`audience_enhancement`). */
  isEnhanced?: boolean | undefined;
  /** Everybody who belongs to it, matched or not. */
  people: PeopleSketch;
  /** Matched people, once matching has ended. */
  coverNumber: number;
  isValid: boolean;
  errorMessage: string;
  /** When the matching that is under way ends; null when none is. */
  matchEndsAt: number | null;
  /** Whom it will consist of once matching has ended. */
  pending: { readonly people: PeopleSketch; readonly isUpdate: boolean } | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  history: AudienceChange[];
  /** Ad groups that use it. */
  applied: { adgroupId: string; usageMode: string; at: number }[];
  sharedWith: string[];
  /** As it was sent. */
  readonly lookalike: { readonly audience_size: 'NARROW' | 'BALANCED' | 'BROAD' } | null;
}
