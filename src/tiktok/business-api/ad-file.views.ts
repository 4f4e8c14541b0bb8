/** A video of an ad account. Until TikTok has looked at it, only its id is present. */
export interface AdVideo {
  video_id?: string;
  file_name?: string | null;
  material_id?: string | null;
  /** Bytes. */
  size?: number | null;
  /** Seconds. */
  duration?: number | null;
  width?: number | null;
  height?: number | null;
  /** MD5, hex. */
  signature?: string | null;
  displayable?: boolean | null;
  /** Expires after 6 h. */
  video_cover_url?: string | null;
  /** Expires after 6 h. */
  preview_url?: string | null;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  preview_url_expire_time?: string | null;
  fix_task_id?: string | null;
  /** LOW_RESOLUTION, ILLEGAL_VIDEO_SIZE, … */
  flaw_types?: string[] | null;
}

/** An image of an ad account. */
export interface AdImage {
  image_id?: string;
  file_name?: string | null;
  material_id?: string | null;
  /** Expires after 1 h. */
  image_url?: string | null;
  size?: number | null;
  width?: number | null;
  height?: number | null;
  /** MD5, hex. */
  signature?: string | null;
  displayable?: boolean | null;
  /** Absent in the answer to the upload. */
  is_carousel_usable?: boolean | null;
}

/** A frame of a video. `id` works as an image id. The URL expires after 1 h. */
export interface SuggestedCover {
  id: string;
  width?: number | null;
  height?: number | null;
  url?: string | null;
}
