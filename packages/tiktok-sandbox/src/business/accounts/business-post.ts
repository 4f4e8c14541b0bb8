import type { Publication } from '../../posting/publication.js';

/** A post between publish and the profile. */
export interface BusinessPost {
  /** `share_id`, also called `publish_id`. */
  readonly id: string;
  readonly username: string;
  /** The data that puts it on the profile. */
  readonly publication: Publication;
  /** The reason for which processing will fail; null if it succeeds. */
  readonly failsWith: string | null;
}

/** What only the Business API knows of a comment. */
export interface CommentMark {
  readonly id: string;
  /** The owner likes it. */
  liked: boolean;
  readonly imageUri: string | null;
  /** Shown to its author only. */
  readonly limited: boolean;
}

/** A domain or URL prefix from which the app may publish. */
export interface UrlProperty {
  readonly id: string;
  readonly type: 1 | 2;
  readonly url: string;
  status: number;
  readonly signature: string;
  readonly fileName: string;
}
