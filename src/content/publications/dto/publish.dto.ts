import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { IsClockTime, IsZoneName } from '../../scheduling/time-rules.js';
import { PublishIdDto } from './publication.views.js';

export class PublishDto extends PublishIdDto {
  @ApiPropertyOptional({
    example: '2026-11-24T10:00',
    description:
      'when it is to go, at most 366 days ahead; at once when absent. With an offset (2026-11-24T10:00:00+01:00), or local time with timeZone',
  })
  @IsOptional()
  @IsString()
  @IsClockTime()
  publishAt?: string;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    description: 'IANA name: whose clocks publishAt means, and in which times are shown',
  })
  @IsOptional()
  @IsString()
  @IsZoneName()
  timeZone?: string;
}
