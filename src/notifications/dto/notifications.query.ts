import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '../../common/index.js';

const FLAGS: Record<string, boolean> = { true: true, false: false };

export class NotificationsQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'true: only what nobody has read' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => FLAGS[String(value)] ?? value)
  @IsBoolean()
  unread?: boolean;
}
