import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, Matches, ValidateNested } from 'class-validator';
import { LaunchAdGroupDto } from './ad-group.dto.js';
import { CampaignDto } from './campaign.dto.js';
import { IsText, IsTikTokId } from './field-kinds.js';

/** A campaign with everything below it. */
export class LaunchBodyDto extends CampaignDto {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** A second launch with the same key returns the first one. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,255}$/, {
    message: 'must be one key of 1 to 255 visible ASCII characters, e.g. a UUID',
  })
  idempotencyKey?: string;

  /**
   * Why you do this. It stays in the list of changes.
   * @example "spring launch"
   */
  @IsOptional()
  @IsText()
  reason?: string;

  /** If true, nothing is created: the answer is the plan with all complaints. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  /**
   * If false, the campaign stays paused after TikTok's review, and the launch ends as `ready`. Its approved ads and their ad
   * groups are enabled, so that enabling the campaign starts the delivery. True by default.
   */
  @IsOptional()
  @IsBoolean()
  enableCampaign?: boolean;

  /** 1 to 30 ad groups. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LaunchAdGroupDto)
  adGroups: LaunchAdGroupDto[];
}

export type LaunchBody = LaunchBodyDto;
