import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { Fits } from '../../../common/index.js';
import { timeError, type RequestedTime } from '../../scheduling/requested-time.js';
import { PublishIdDto } from './publication.views.js';

export class PublishDto extends PublishIdDto {
  @ApiPropertyOptional({
    example: '2026-11-24T10:00',
    description:
      'when it is to go, at most 366 days ahead; at once when absent. With an offset (2026-11-24T10:00:00+01:00), or local time with timeZone',
  })
  @IsOptional()
  @IsString()
  @Fits<PublishDto>((_value, body) => timeError('publishAt', texts(body)))
  publishAt?: string;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    description: 'IANA name: whose clocks publishAt means, and in which times are shown',
  })
  @IsOptional()
  @IsString()
  @Fits<PublishDto>((_value, body) => timeError('timeZone', texts(body)))
  timeZone?: string;
}

/** Leaves other types out: their own rules report them. */
function texts({ publishAt, timeZone }: { publishAt?: unknown; timeZone?: unknown }): RequestedTime {
  return {
    ...(typeof publishAt === 'string' && { publishAt }),
    ...(typeof timeZone === 'string' && { timeZone }),
  };
}
