import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { NoZeroByte, PageQuery } from '../../../common/index.js';
import {
  POST_KINDS,
  PUBLICATION_STATUSES,
  type PostKind,
  type PublicationStatus,
} from '../../post/publication.entity.js';
import { IsInstant } from '../../scheduling/time-validators.js';

/** Filters of the list. A publication must match all of them. */
export class PublicationsQuery extends PageQuery {
  /** Any of these statuses. In a query, a comma-separated list works too. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(PUBLICATION_STATUSES.length)
  @IsIn(PUBLICATION_STATUSES, { each: true })
  status?: PublicationStatus[];

  /** Only videos, or only photos. */
  @IsOptional()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  /**
   * Only publications of this integration.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /**
   * Only publications that are planned for this time or later. If one has no planned time, its creation counts.
   * @example 2026-11-01T00:00:00Z
   */
  @IsOptional()
  @IsString()
  @IsInstant()
  from?: string;

  /**
   * Only publications that are planned before this time.
   * @example 2026-12-01T00:00:00Z
   */
  @IsOptional()
  @IsString()
  @IsInstant()
  to?: string;

  /** A part of the title or the caption. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  text?: string;
}
