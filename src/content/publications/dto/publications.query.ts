import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { IsInstant } from '../../scheduling/time-validators.js';
import {
  POST_KINDS,
  PUBLICATION_STATUSES,
  type PostKind,
  type PublicationStatus,
} from '../../post/publication.entity.js';

const TEXT_MAX = 200;

/** Which publications: all conditions that are given must hold. */
export class PublicationsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: PUBLICATION_STATUSES,
    isArray: true,
    description: 'any of them; in a query also as a comma list',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(PUBLICATION_STATUSES.length)
  @IsIn(PUBLICATION_STATUSES, { each: true })
  status?: PublicationStatus[];

  @ApiPropertyOptional({ enum: POST_KINDS, description: 'Only videos, or only photos.' })
  @IsOptional()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this integration.' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  @ApiPropertyOptional({
    example: '2026-11-01T00:00:00Z',
    description: 'planned for this time or later; of what has no time, when it was begun',
  })
  @IsOptional()
  @IsString()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ example: '2026-12-01T00:00:00Z', description: 'the same, before this time' })
  @IsOptional()
  @IsString()
  @IsInstant()
  to?: string;

  @ApiPropertyOptional({ maxLength: TEXT_MAX, description: 'part of the title or the caption' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  @Matches(/^[^\0]*$/, { message: 'must not contain a zero byte' })
  text?: string;
}
