import type { Publication } from '../../posting/publication.js';

/** A post on its way from publish to the profile. */
export interface BusinessPost {
  /** `share_id`, also called `publish_id`. */
  readonly id: string;
  readonly username: string;
  /** What the rest of the sandbox needs to put it on the profile. */
  readonly publication: Publication;
  /** Why it will fail once it is processed; null when it will not. */
  readonly failsWith: string | null;
}

/** What a comment has beyond its text: the owner's like, a picture. */
export interface CommentMark {
  readonly id: string;
  liked: boolean;
  readonly imageUri: string | null;
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
