import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsText, IsTikTokId, IsWord } from '../../spec/field-kinds.js';
import { GENDERS, MAX_TARGETING_ITEMS, TARGETING_MODES } from '../../spec/targeting.dto.js';

/** The parts of the targeting that change. What is absent stays; a list replaces the list. */
export class NewTargetingDto {
  /**
   * Ids of GET /api/ads/tools/regions. A country and a part of it must not stand together.
   * @example ["6252001"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsTikTokId({ each: true })
  locationIds?: string[];

  /** @example ["AGE_25_34"] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsWord({ each: true })
  ageGroups?: string[];

  /** All genders by default. */
  @IsOptional()
  @IsIn(GENDERS)
  gender?: (typeof GENDERS)[number];

  /**
   * Codes of GET /api/ads/tools/languages.
   * @example ["en"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsText({ each: true })
  languages?: string[];

  /** @example ["ANDROID"] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsWord({ each: true })
  operatingSystems?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsTikTokId({ each: true })
  interestCategoryIds?: string[];

  /** Audiences to reach. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsTikTokId({ each: true })
  audienceIds?: string[];

  /** Audiences to leave out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TARGETING_ITEMS)
  @IsTikTokId({ each: true })
  excludedAudienceIds?: string[];

  /** Upgraded Smart+ only. `AUTOMATIC`: TikTok takes the targeting as a suggestion. */
  @IsOptional()
  @IsIn(TARGETING_MODES)
  mode?: (typeof TARGETING_MODES)[number];
}
