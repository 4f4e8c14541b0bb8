import { ApiSchema, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsString, Max, Min, ValidateNested } from 'class-validator';
import { NoZeroByte } from '../../common/index.js';
import { MaxUnits } from './max-units.js';
import { VideoMusicDto } from './post-music.dto.js';
import { PHOTO_TITLE_MAX } from './text-limits.js';

// TikTok's field is an int32.
const COVER_MAX_MS = 2_147_483_647;

// Every form, the stored post and every answer take their options from here: see "Add an option of a post" in CONTRIBUTING.md.

/** Options of videos and photos. */
export class SharedOptions {
  /** If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
  @IsBoolean()
  commercialDisclosure: boolean;

  /** If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
  @IsBoolean()
  brandOrganic: boolean;

  /** If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
  @IsBoolean()
  brandedContent: boolean;
}

/** Options of videos only, and the music of both. */
export class VideoOptions {
  /** Videos: if true, TikTok labels the video "Creator labeled as AI-generated". Off by default. */
  @IsBoolean()
  aiGenerated: boolean;

  /** Videos: the frame that becomes the cover, in milliseconds. The first frame by default. */
  @IsInt()
  @Min(0)
  @Max(COVER_MAX_MS)
  coverTimestampMs: number;

  /** Only for accounts that publish through the Business API. Photos take `soundId` only. */
  @IsObject()
  @ValidateNested()
  @Type(() => VideoMusicDto)
  music: VideoMusicDto;
}

/** Options of photos only. */
export class PhotoOptions {
  /** Photos: the photo that becomes the cover, counted from 0. The first photo by default. */
  @IsInt()
  @Min(0)
  coverIndex: number;

  /**
   * Photos: the line above the caption, at most 90 UTF-16 units.
   * @example "Spring is here"
   */
  @IsString()
  @MaxUnits(PHOTO_TITLE_MAX)
  @NoZeroByte()
  photoTitle: string;

  /** Photos: if true, TikTok may add music of its choice. Off by default. */
  @IsBoolean()
  autoAddMusic: boolean;
}

/** The options of a post, as they are stored. An absent option is off, or TikTok chooses. */
@ApiSchema({ name: 'PostOptionsView' })
export class PostOptions extends PartialType(IntersectionType(SharedOptions, VideoOptions, PhotoOptions)) {}

interface Option {
  /** What messages call it. */
  name: string;
  of: 'all' | 'video' | 'photo';
}

export const POST_OPTIONS: Record<keyof PostOptions, Option> = {
  commercialDisclosure: { name: 'commercial disclosure', of: 'all' },
  brandOrganic: { name: '“Your brand” label', of: 'all' },
  brandedContent: { name: '“Branded content” label', of: 'all' },
  aiGenerated: { name: 'AI-generated label', of: 'video' },
  coverTimestampMs: { name: 'cover frame', of: 'video' },
  coverIndex: { name: 'cover photo', of: 'photo' },
  photoTitle: { name: 'photo title', of: 'photo' },
  autoAddMusic: { name: 'automatic music setting', of: 'photo' },
  music: { name: 'track', of: 'all' },
};

export const OPTION_KEYS = Object.keys(POST_OPTIONS) as (keyof PostOptions)[];

/** Takes the options out of a form; absent and null mean the same. */
export function optionsOf(form: { [Key in keyof PostOptions]?: PostOptions[Key] | null }): PostOptions {
  return Object.fromEntries(
    OPTION_KEYS.map((key) => [key, form[key] ?? undefined]).filter(([, value]) => value !== undefined),
  ) as PostOptions;
}
