import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, MaxLength } from 'class-validator';
import { AD_LEVELS, type AdLevel } from '../../../tiktok/index.js';
import { IsText, IsTikTokId } from '../../spec/field-kinds.js';

export const STATUS_WISHES = ['enable', 'pause', 'delete'] as const;
export type StatusWish = (typeof STATUS_WISHES)[number];
export const MAX_IDS_PER_REQUEST = 100;

/** Why a change is made. */
export class ReasonDto {
  /**
   * Why you do this. It stays in the list of changes.
   * @example "stock sold out"
   */
  @IsOptional()
  @IsText()
  @MaxLength(500)
  reason?: string;
}

export class StatusDto extends ReasonDto {
  /** The kind of the objects. All ids must be of this kind. */
  @IsIn(AD_LEVELS)
  level: AdLevel;

  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /**
   * 1 to 100 ids of the level. Upgraded Smart+ and manual ones may stand together.
   * @example ["1800000000000000001"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_IDS_PER_REQUEST)
  @IsTikTokId({ each: true })
  ids: string[];

  /** TikTok never restores what is deleted. */
  @IsIn(STATUS_WISHES)
  status: StatusWish;
}
