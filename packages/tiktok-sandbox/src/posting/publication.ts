import type { PrivacyLevel } from '../accounts/account.js';
import type { PulledFile } from '../pulls/fetch-media.js';

export type PublicationStatus =
  'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';

/** One chunk as it arrived. */
export interface ReceivedChunk {
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly receivedAt: number;
}

/** One post on its way from init to the profile. Times are ms. */
export interface Publication {
  /** At most 64 characters, e.g. `v_pub_file~v2-1.7602997517160123666`. */
  readonly id: string;
  readonly username: string;
  readonly kind: 'video' | 'photo';
  /** Direct posts appear on the profile; drafts go to the creator's inbox. */
  readonly mode: 'direct' | 'draft';
  readonly source: 'FILE_UPLOAD' | 'PULL_FROM_URL';
  /** Null for drafts: the creator chooses in the app. */
  readonly privacy: PrivacyLevel | null;
  readonly caption: string;
  /** The app's description of the post, unchanged. */
  readonly postInfo: Readonly<Record<string, unknown>>;
  /** Which photo is the cover, from 0; null for videos. */
  readonly coverIndex: number | null;
  /** The URLs to pull from, in order; empty for uploads. */
  readonly pullUrls: readonly string[];
  readonly createdAt: number;
  totalBytes: number;
  status: PublicationStatus;
  failReason: string | null;
  receivedBytes: number;
  /** Hex, once all bytes have arrived; null for videos too large to be hashed (`hashUploadsUpTo`). */
  sha256: string | null;
  chunks: ReceivedChunk[];
  /** The files that were really fetched (`pullHosts`). */
  readonly pulled: PulledFile[];
  /** The post on the profile, once there is one. */
  videoId: string | null;
  /** Complete and public, but its id is not visible yet. */
  inModeration: boolean;
  /** Ids that the status endpoint may show: public posts after moderation. */
  postIds: string[];
}

export function isFinal(publication: Publication): boolean {
  return publication.status === 'FAILED' || publication.status === 'PUBLISH_COMPLETE';
}

/** What webhooks call the two modes; direct posts are `DIRECT_PUBLISH` on the wire. */
export function publishType(publication: Publication): 'INBOX_SHARE' | 'DIRECT_PUBLISH' {
  return publication.mode === 'draft' ? 'INBOX_SHARE' : 'DIRECT_PUBLISH';
}
