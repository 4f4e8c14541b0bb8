import { IsOptional, MaxLength } from 'class-validator';
import { AdDto } from '../../spec/ad.dto.js';
import { AdGroupDto } from '../../spec/ad-group.dto.js';
import { CampaignDto } from '../../spec/campaign.dto.js';
import { IsText, IsTikTokId } from '../../spec/field-kinds.js';

export class NewCampaignDto extends CampaignDto {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** Why you do this. It stays in the list of changes. */
  @IsOptional()
  @IsText()
  @MaxLength(500)
  reason?: string;
}

export class NewAdGroupDto extends AdGroupDto {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** The campaign that it belongs to. */
  @IsTikTokId()
  campaignId: string;

  /** Why you do this. It stays in the list of changes. */
  @IsOptional()
  @IsText()
  @MaxLength(500)
  reason?: string;
}

export class NewAdDto extends AdDto {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** The ad group that it belongs to. */
  @IsTikTokId()
  adGroupId: string;

  /** Why you do this. It stays in the list of changes. */
  @IsOptional()
  @IsText()
  @MaxLength(500)
  reason?: string;
}
