import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import {
  CREATIVE_KINDS,
  CREATIVE_STATUSES,
  type CreativeKind,
  type CreativeStatus,
} from '../ad-creative.entity.js';

/** Filters of the list. A creative must match all of them. */
export class CreativesQuery extends PageQuery {
  /** Only creatives of this ad account. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,32}$/, { message: '$property must be the digits of an advertiser id, as text' })
  accountId?: string;

  /** Only videos, or only images. */
  @IsOptional()
  @IsIn(CREATIVE_KINDS)
  kind?: CreativeKind;

  /** Any of these statuses, as a comma-separated list. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(CREATIVE_STATUSES.length)
  @IsIn(CREATIVE_STATUSES, { each: true })
  status?: CreativeStatus[];
}
