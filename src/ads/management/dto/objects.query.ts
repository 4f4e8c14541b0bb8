import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsFlag, NoZeroByte, PageQuery } from '../../../common/index.js';
import { IsTikTokId } from '../../spec/field-kinds.js';

export const OPERATION_STATUSES = ['ENABLE', 'DISABLE', 'DELETE'] as const;

/** The account of an object. */
export class AccountQuery {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;
}

/** Filters of a list of ad objects. An object must match all of them. */
export class ObjectsQuery extends PageQuery {
  /**
   * An ad account of GET /api/ads/accounts.
   * @example "7400000000000000001"
   */
  @IsTikTokId()
  accountId: string;

  /** Any of these statuses; several with commas. Without it, the list leaves out deleted objects. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(OPERATION_STATUSES.length)
  @IsIn(OPERATION_STATUSES, { each: true })
  status?: (typeof OPERATION_STATUSES)[number][];

  /** A part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  text?: string;

  /** Only what belongs to this campaign. */
  @IsOptional()
  @IsTikTokId()
  campaignId?: string;

  /** Only what belongs to this ad group. */
  @IsOptional()
  @IsTikTokId()
  adGroupId?: string;

  /** If true, the service reads the list from TikTok first. Otherwise it answers with its copy; `asOf` is its age. */
  @IsFlag()
  live?: boolean;
}
