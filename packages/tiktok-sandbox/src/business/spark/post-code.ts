/** A code by which a creator lets advertisers use one of their posts for a while. */
export interface PostCode {
  /** The code itself. */
  readonly id: string;
  readonly videoId: string;
  readonly username: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The creator has taken it back. */
  isRevoked: boolean;
}

/** A post that an advertiser may use, by the code that it was bound with last. */
export interface BoundPost {
  readonly id: string;
  readonly advertiserId: string;
  readonly videoId: string;
  readonly code: string;
  readonly boundAt: number;
}

export function boundPostId(advertiserId: string, videoId: string): string {
  return `${advertiserId}/${videoId}`;
}
