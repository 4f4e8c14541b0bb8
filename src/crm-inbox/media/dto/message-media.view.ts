export type MediaStatus = 'pending' | 'available' | 'expired' | 'too_large' | 'storage_full' | 'unavailable';

/** A picture or video of a direct message, of which the service keeps a copy. */
export class MessageMediaView {
  /**
   * `pending`: it is being fetched from TikTok. `expired`: it was deleted after `CRM_MEDIA_DAYS`. `too_large`: it has more bytes
   * than `CRM_MEDIA_MAX_MB` allows. `storage_full`: the organisation has used its `CRM_MEDIA_QUOTA_MB`; it is fetched if there is
   * room again within 30 days. `unavailable`: TikTok no longer has it, or it is neither a picture nor a video.
   */
  status: MediaStatus;

  /** A link that works for at least one hour without a token. Null unless it is `available`. */
  url: string | null;

  /**
   * Null until it is known.
   * @example "image/jpeg"
   */
  type: string | null;

  /** Its size. Null until it is known. */
  bytes: number | null;

  /** In pixels. Null if it is unknown. */
  width: number | null;

  /** In pixels. Null if it is unknown. */
  height: number | null;
}

/** As it is read from the database. */
export type MediaRow = Omit<MessageMediaView, 'url'> & { id: string };
