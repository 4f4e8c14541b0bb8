/** A user's optional choices for a post. Absent means off, or TikTok's default. */
export interface PostOptions {
  /** The post promotes something. Needs at least one of the next two. */
  commercialDisclosure?: boolean;
  /** Promotes the creator's own business; TikTok labels the post "Promotional content". */
  brandOrganic?: boolean;
  /** A paid partnership; TikTok labels the post "Paid partnership". Cannot be private. */
  brandedContent?: boolean;
  /** Videos posted directly: TikTok labels the post as made with AI. */
  aiGenerated?: boolean;
  /** Videos: the frame that becomes the cover, in milliseconds; the first if absent. */
  coverTimestampMs?: number;
  /** Photos: index of the cover, from 0. */
  coverIndex?: number;
  /** Photos: the line above the caption, at most 90 UTF-16 units. */
  photoTitle?: string;
  /** Photos: TikTok may add music it chooses. */
  autoAddMusic?: boolean;
  /** Business accounts: a sound of the Commercial Music Library. */
  music?: PostMusic;
}

/** Volumes 0 to 100, times in milliseconds. */
export interface PostMusic {
  soundId: string;
  volume?: number;
  startMs?: number;
  endMs?: number;
  originalSoundVolume?: number;
}
