/** What else a person may have chosen for a post. Absent means off, or TikTok's own choice. */
export interface PostOptions {
  /** A person has said that the post promotes something: at least one of the next two must say what. */
  commercialDisclosure?: boolean;
  /** Promotes the creator's own business; TikTok labels the post "Promotional content". */
  brandOrganic?: boolean;
  /** A paid partnership; TikTok labels the post "Paid partnership". Cannot be private. */
  brandedContent?: boolean;
  /** Videos posted directly: TikTok labels the post as made with AI. */
  aiGenerated?: boolean;
  /** Videos: which frame becomes the cover, in milliseconds; the first when absent. */
  coverTimestampMs?: number;
  /** Photos: which one becomes the cover, from 0. */
  coverIndex?: number;
  /** Photos: the line above the caption, at most 90 UTF-16 units. */
  photoTitle?: string;
  /** Photos: TikTok may add music of its own choice. */
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
