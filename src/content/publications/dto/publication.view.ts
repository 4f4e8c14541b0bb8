import type { PrivacyLevel } from '../../../tiktok/index.js';
import { ErrorClassView } from '../../post/error-class.view.js';
import { PostOptions } from '../../post/post-options.dto.js';
import type { MediaSource } from '../../post/publication-media.entity.js';
import type { PostKind, PostMode, PublicationStatus, WaitsFor } from '../../post/publication.entity.js';
import { MediaFactsView } from '../../uploads/media/media-facts.view.js';

export class TransferProgress {
  /** How many bytes TikTok has received. */
  uploadedBytes: number;

  /** The size of the file in bytes. */
  totalBytes: number;
}

export class PublicationMediaView {
  /** The position of the file, from 0. */
  position: number;

  /** `upload`: you send the file. `url`: TikTok fetches it from your address. */
  source: MediaSource;

  /** @example video/mp4 */
  mediaType: string | null;

  sizeBytes: number | null;

  /** In hexadecimal digits. */
  sha256: string | null;

  /** Null if the file is not uploaded, or TikTok fetches it. An absent fact could not be read. */
  facts: MediaFactsView | null;
}

export class FailureView extends ErrorClassView {
  /** TikTok's documentation of the error. */
  link: string;
}

export class PublishAnswer {
  /** @format uuid */
  publishId: string;

  /**
   * The progress of the publication; `statusText` of GET /api/publications/{publishId} explains it. `public`, `published`,
   * `in_inbox`, `failed`, `cancelled` and `removed` are final. `unknown`: TikTok may or may not have the post.
   */
  status: PublicationStatus;

  /** When the post is planned to be published. */
  publishAt: Date | null;

  /** IANA name of the time zone in which `publishAt` was chosen. */
  timeZone: string | null;

  /** While scheduled: when the post is expected to be published. */
  goesAt: Date | null;

  /** While scheduled: what the post waits for, its time or a limit of TikTok that is used up. */
  waitsFor: WaitsFor | null;

  /**
   * While scheduled: the same as text to show to the user.
   * @example "Scheduled for 24 Nov 2026 at 00:10 (Europe/Berlin): the account has reached its limit of 15 posts in 24 hours."
   */
  waits?: string;
}

/** One publication with all its fields. */
export class PublicationView extends PublishAnswer {
  /** What the status means, as text to show to the user. */
  statusText: string;

  /** What is posted. */
  kind: PostKind;

  /**
   * `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes
   * and posts it.
   */
  mode: PostMode;

  /** @format uuid */
  integrationId: string;

  /** The name within your organisation. */
  title: string;

  /** What TikTok shows under the post. */
  caption: string;

  /** Who can see the post. Null for drafts. */
  privacyLevel: PrivacyLevel | null;

  allowComment: boolean;

  allowDuet: boolean;

  allowStitch: boolean;

  /** Commercial disclosure, AI label, cover and music. */
  options: PostOptions;

  media: PublicationMediaView[];

  /** TikTok's 19-digit ids. TikTok reports them once it shows the post publicly. */
  postIds: string[];

  /** The public address of the post, once the post is public. */
  shareUrl?: string;

  /** TikTok's code or ours, if the post failed or its outcome is unknown. */
  failCode?: string;

  /** The same as text to show to the user: what happened, and what to do. */
  failReason?: string;

  failure?: FailureView;

  /** How much of the video TikTok has received. Present for videos that were uploaded to this service. */
  progress?: TransferProgress;

  /**
   * The publication that this one retries.
   * @format uuid
   */
  retryOf: string | null;

  /**
   * The publication that retries this one.
   * @format uuid
   */
  retriedBy: string | null;

  /** When the user accepted TikTok's terms. */
  consentedAt: Date | null;

  consentedBy: string | null;

  createdBy: string;

  createdAt: Date;

  updatedAt: Date;
}
