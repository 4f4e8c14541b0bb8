import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { LOOKALIKE_SIZES, type LookalikeSize } from '../../../tiktok/index.js';
import { IsText } from '../../spec/field-kinds.js';
import { APPLY_MODES, type ApplyMode } from '../audience-upload.entity.js';

const MAX_AD_GROUPS = 100;
const MAX_LOCATIONS = 100;
const MAX_REASON = 500;

export class ApplyAudienceDto {
  /** Ad groups of the same ad account, manual ones and those of Upgraded Smart+ campaigns. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_AD_GROUPS)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^\d{1,30}$/, { each: true, message: 'adGroupIds must contain ids as text' })
  adGroupIds: string[];

  /** `include` shows ads to the audience, `exclude` to all others, `disconnect` ends both. */
  @IsIn(APPLY_MODES)
  mode: ApplyMode;

  /** Why you do this. It stays in the list of changes. */
  @IsOptional()
  @IsText()
  @MaxLength(MAX_REASON)
  reason?: string;
}

export class LookalikeDto {
  /** The name of the new audience. */
  @IsText()
  @Length(1, 128)
  name: string;

  /** How near the new audience is to its source. */
  @IsIn(LOOKALIKE_SIZES)
  size: LookalikeSize;

  /** Whether the source belongs to the new audience. */
  @IsOptional()
  @IsBoolean()
  includeSource?: boolean;

  /** Countries by TikTok's location ids; GET /api/ads/tools/regions lists them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LOCATIONS)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^\d{1,30}$/, { each: true, message: 'locationIds must contain ids as text' })
  locationIds: string[];

  /** ISO 3166 codes of the same countries, to check that TikTok offers lookalikes there. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LOCATIONS)
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'markets must contain ISO 3166 codes, such as DE' })
  markets?: string[];

  /** The operating system of the users to find. */
  @IsOptional()
  @IsIn(['ALL', 'ANDROID', 'IOS'])
  mobileOs?: 'ALL' | 'ANDROID' | 'IOS';
}
