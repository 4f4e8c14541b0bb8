import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { DESTINATIONS, type Destination } from '../calls-to-action.js';

const WORD = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Names the ad account of a form. */
export class ToolQuery {
  /** The ad account, by TikTok's advertiser id. */
  @IsString()
  @Matches(/^\d{1,32}$/, { message: '$property must be the digits of an advertiser id, as text' })
  accountId: string;
}

/** Which regions an ad group may target depends on these. */
export class RegionsQuery extends ToolQuery {
  /**
   * TikTok's word.
   * @example TRAFFIC
   */
  @IsOptional()
  @Matches(WORD, { message: "$property must be one of TikTok's words, such as TRAFFIC" })
  objective: string = 'TRAFFIC';

  /**
   * TikTok's words, as a comma-separated list.
   * @example ["PLACEMENT_TIKTOK"]
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @Matches(WORD, { each: true, message: "$property must be TikTok's words, such as PLACEMENT_TIKTOK" })
  placements: string[] = ['PLACEMENT_TIKTOK'];
}

export class CallsToActionQuery extends ToolQuery {
  /** What the ad leads to. TikTok recommends calls to action for it. */
  @IsOptional()
  @IsIn(DESTINATIONS)
  destination: Destination = 'LANDING_PAGE';
}

export class CarouselMusicQuery extends ToolQuery {
  /** A part of the name. Without it, TikTok's recommendations are listed. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @NoZeroByte()
  text?: string;
}
