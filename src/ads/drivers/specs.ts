import type { AdDto } from '../spec/ad.dto.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { BudgetDto } from '../spec/budget.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import type { IdentityDto } from '../spec/identity.dto.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';

export type CampaignSpec = CampaignDto;
export type AdGroupSpec = AdGroupDto;
export type BudgetSpec = BudgetDto;
export type ScheduleSpec = ScheduleDto;
export type IdentitySpec = IdentityDto;

/** An ad whose creative is in the ad account's library, or is a post. */
export type AdSpec = Omit<AdDto, 'creative'> & { creative: LibraryCreative };

/** What an ad shows, after uploads and publications have become ids of TikTok. */
export interface LibraryCreative {
  videoId?: string;
  coverImageId?: string;
  imageIds?: string[];
  musicId?: string;
  postId?: string;
  postType?: 'VIDEO' | 'CAROUSEL';
}

/** The campaign that an ad group belongs to. */
export interface CampaignContext {
  campaignId: string;
  objective: string;
  /** True if the campaign's budget is spread over its ad groups. */
  budgetOptimized: boolean;
  /** The campaign's schedule, for ad groups without their own. */
  schedule?: ScheduleSpec;
}
