import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateIf } from 'class-validator';
import { IsTikTokId } from '../../spec/field-kinds.js';
import { MAX_IDS_PER_REQUEST, ReasonDto } from './status.dto.js';

export class PauseCampaignDto extends ReasonDto {
  /** @example "7400000000000000001" */
  @IsTikTokId()
  accountId: string;

  /** Needed if there are no `campaignIds`. */
  @ValidateIf(({ campaignId, campaignIds }: PauseCampaignDto) => campaignId !== undefined || !campaignIds)
  @IsTikTokId()
  campaignId?: string;

  /** Several campaigns at once, up to 100. */
  @ValidateIf(({ campaignIds }: PauseCampaignDto) => campaignIds !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_IDS_PER_REQUEST)
  @IsTikTokId({ each: true })
  campaignIds?: string[];
}
