import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Fits, NoZeroByte } from '../../common/index.js';

/** A sound of the Commercial Music Library. */
export class PhotoMusicDto {
  /**
   * A `soundId` from list-commercial-music.
   * @example "7000000000000000001"
   */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @NoZeroByte()
  soundId: string;
}

export class VideoMusicDto extends PhotoMusicDto {
  /** The volume of the music. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  volume?: number;

  /** Where in the track the music starts, in milliseconds. */
  @IsOptional()
  @IsInt()
  @Min(0)
  startMs?: number;

  /** Where in the track the music ends, in milliseconds. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Fits<VideoMusicDto>((endMs, { startMs = 0 }) =>
    typeof endMs === 'number' && endMs <= startMs ? 'must be after music.startMs' : undefined,
  )
  endMs?: number;

  /** The volume of the video's own sound. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  originalSoundVolume?: number;
}
