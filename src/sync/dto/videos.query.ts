import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '../../common/index.js';

const FLAGS: Record<string, boolean> = { true: true, false: false };

export class VideosQuery extends PageQuery {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'true: also the videos that are deleted or no longer public on TikTok',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => FLAGS[String(value)] ?? value)
  @IsBoolean()
  includeGone?: boolean;
}
