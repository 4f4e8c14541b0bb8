import type { PublicationStatus, WaitsFor } from '../../post/publication.entity.js';

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
