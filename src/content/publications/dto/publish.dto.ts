import { IsOptional, IsString } from 'class-validator';
import { Fits } from '../../../common/index.js';
import { timeError, type RequestedTime } from '../../scheduling/requested-time.js';

export class PublishIdDto {
  /**
   * The `publishId` that init-video-upload or init-photo-upload returned.
   * @format uuid
   */
  @IsString()
  publishId: string;
}

export class PublishDto extends PublishIdDto {
  /**
   * When to publish, at most 366 days ahead. Immediately by default. Send an offset (2026-11-24T10:00:00+01:00), or a local
   * time with `timeZone`.
   * @example 2026-11-24T10:00
   */
  @IsOptional()
  @IsString()
  @Fits<PublishDto>((_value, body) => timeError('publishAt', texts(body)))
  publishAt?: string;

  /**
   * IANA name of the time zone of `publishAt`. Messages show times in it.
   * @example Europe/Berlin
   */
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
