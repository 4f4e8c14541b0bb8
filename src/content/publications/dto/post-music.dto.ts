import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Fits } from '../../../common/index.js';
import { NO_ZERO_BYTE } from './new-post.dto.js';

const ID_MAX = 64;
const VOLUME_MAX = 100;

/** A sound of the Commercial Music Library. */
export class PhotoMusicDto {
  @ApiProperty({ example: '7000000000000000001', description: 'as list-commercial-music answers it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(ID_MAX)
  @Matches(...NO_ZERO_BYTE)
  soundId: string;
}

export class VideoMusicDto extends PhotoMusicDto {
  @ApiPropertyOptional({ minimum: 0, maximum: VOLUME_MAX, description: 'of the music' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(VOLUME_MAX)
  volume?: number;

  @ApiPropertyOptional({ minimum: 0, description: 'where in the track it begins, in milliseconds' })
  @IsOptional()
  @IsInt()
  @Min(0)
  startMs?: number;

  @ApiPropertyOptional({ minimum: 1, description: 'where in the track it ends, in milliseconds' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Fits<VideoMusicDto>((endMs, { startMs = 0 }) =>
    typeof endMs === 'number' && endMs <= startMs ? 'must be after music.startMs' : undefined,
  )
  endMs?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: VOLUME_MAX, description: "of the video's own sound" })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(VOLUME_MAX)
  originalSoundVolume?: number;
}
