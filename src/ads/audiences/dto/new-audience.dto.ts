import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsText, IsTikTokId } from '../../spec/field-kinds.js';

const MAX_NAME = 128;
const MAX_RETENTION_DAYS = 365;
const ZONED = /(?:Z|[+-]\d{2}:\d{2})$/;

export class AudienceConsentDto {
  /** The legal basis, such as `consent` or `contract`. */
  @IsText()
  @Length(1, 200)
  basis: string;

  /** Where the identifiers come from, such as `newsletter form`. */
  @IsText()
  @Length(1, 500)
  source: string;

  /** When they were collected, with a zone. */
  @IsISO8601({ strict: true })
  @Matches(ZONED, { message: 'collectedAt must have a zone, such as 2026-11-01T00:00:00Z' })
  collectedAt: string;
}

/** TikTok's pages disagree on these, so each audience has one set for all its uploads. */
export class AudienceOptionsDto {
  /** `file` sends whole files. `segment` streams rows of 1,000, and cannot be replaced. */
  @IsOptional()
  @IsIn(['file', 'segment'])
  delivery?: 'file' | 'segment';

  /** Removes `+tag` before the `@` of email addresses. Off by default. */
  @IsOptional()
  @IsBoolean()
  stripPlusTag?: boolean;

  /** Removes dots before the `@` of email addresses. Off by default. */
  @IsOptional()
  @IsBoolean()
  stripDots?: boolean;

  /** Keeps the `+` of phone numbers, such as +491711234567. On by default. */
  @IsOptional()
  @IsBoolean()
  phonePlus?: boolean;
}

export class NewAudienceDto {
  /** The ad account. */
  @IsTikTokId()
  accountId: string;

  @IsText()
  @Length(1, MAX_NAME)
  name: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AudienceOptionsDto)
  options?: AudienceOptionsDto;

  /** Why you may use these identifiers for advertising. */
  @ValidateNested()
  @Type(() => AudienceConsentDto)
  @IsNotEmpty()
  consent: AudienceConsentDto;

  /**
   * When TikTok deletes the audience, in days after its creation. Without it: 365 days after the last use.
   * @asType integer
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_RETENTION_DAYS)
  retentionDays?: number;
}
