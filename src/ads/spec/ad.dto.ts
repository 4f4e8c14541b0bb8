import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { CreativeDto } from './creative.dto.js';
import { IsText, IsTikTokId, IsWord } from './field-kinds.js';
import { IdentityDto } from './identity.dto.js';

export const PAGE_CATEGORIES = ['PROFILE_PAGE', 'OTHER_TIKTOK_PAGE', 'TIKTOK_INSTANT_PAGE'] as const;

export class AdDto {
  /** @example "A" */
  @IsText()
  name: string;

  /** The TikTok account that shows the ad. */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => IdentityDto)
  identity: IdentityDto;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => CreativeDto)
  creative: CreativeDto;

  /**
   * The text below the ad, 1 to 100 characters; full-width characters count twice. Absent for a post (Spark).
   * @example "New drop"
   */
  @IsOptional()
  @IsText()
  text?: string;

  /**
   * The label of the button. It needs a destination.
   * @example SHOP_NOW
   */
  @IsOptional()
  @IsWord()
  callToAction?: string;

  /** A dynamic call to action, made with TikTok's creative portfolio. It replaces `callToAction`. */
  @IsOptional()
  @IsTikTokId()
  callToActionId?: string;

  /** @example "https://shop.example/spring" */
  @IsOptional()
  @IsText()
  landingPageUrl?: string;

  /** A page or instant form on TikTok. */
  @IsOptional()
  @IsTikTokId()
  pageId?: string;

  /** Needed for the goal PAGE_VISIT. */
  @IsOptional()
  @IsIn(PAGE_CATEGORIES)
  tiktokPageCategory?: (typeof PAGE_CATEGORIES)[number];

  /** If true, the video appears as an ad only. If false, it also appears on the profile. True by default. */
  @IsOptional()
  @IsBoolean()
  darkPost?: boolean;
}

export type AdSpec = AdDto;
