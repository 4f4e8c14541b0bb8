import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PostOptions } from '../../post/post-options.js';
import { VideoMusicDto } from './post-music.dto.js';

/** What a person has chosen besides; absent is off, or TikTok's own choice. */
export class PostOptionsView implements PostOptions {
  @ApiPropertyOptional({ description: 'the post promotes something' })
  commercialDisclosure?: boolean;

  @ApiPropertyOptional({ description: 'promotes your own business' })
  brandOrganic?: boolean;

  @ApiPropertyOptional({ description: 'a paid partnership' })
  brandedContent?: boolean;

  @ApiPropertyOptional({ description: 'videos: labelled as made with AI' })
  aiGenerated?: boolean;

  @ApiPropertyOptional({ description: 'videos: the frame that becomes the cover, in milliseconds' })
  coverTimestampMs?: number;

  @ApiPropertyOptional({ description: 'photos: the one that becomes the cover, from 0' })
  coverIndex?: number;

  @ApiPropertyOptional({ description: 'photos: the line above the caption' })
  photoTitle?: string;

  @ApiPropertyOptional({ description: 'photos: TikTok may add music' })
  autoAddMusic?: boolean;

  @ApiPropertyOptional({ description: 'Business accounts: a track; photos have its soundId only' })
  music?: VideoMusicDto;
}
