import type { Comment } from '../../comments/comment.js';

/** A comment under the post of an ad. Those under a creator's post are comments of that post. */
export interface AdComment {
  /** 19 digits. */
  readonly id: string;
  readonly advertiserId: string;
  readonly adId: string;
  readonly itemId: string;
  /** Null for an original comment. */
  readonly parentId: string | null;
  readonly username: string;
  readonly text: string;
  readonly createdAt: number;
  likes: number;
  /** Written by the identity of the ad. */
  readonly byIdentity: boolean;
  status: Comment['status'];
}
