/** A comment under a video, or a reply to one. A value: changes go through the comment store. */
export interface Comment {
  /** 19 digits. */
  readonly id: string;
  readonly videoId: string;
  /** The comment that this one replies to; null for a top-level comment. */
  readonly parentId: string | null;
  readonly username: string;
  readonly displayName: string;
  /** Identifies the commenter to a business account; not an open_id. */
  readonly uniqueIdentifier: string;
  readonly text: string;
  /** Ms. */
  readonly createdAt: number;
  readonly likes: number;
  /** Written by the video's owner. */
  readonly byOwner: boolean;
  readonly status: 'PUBLIC' | 'HIDDEN';
}
