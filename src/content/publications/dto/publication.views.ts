import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import {
  PUBLICATION_STATUSES,
  WAITS_FOR,
  type PublicationStatus,
  type WaitsFor,
} from '../../post/publication.entity.js';
import { STATUS_MEANING } from './meanings.js';

export class PublishIdDto {
  @ApiProperty({ format: 'uuid', description: 'as init-video-upload answered it' })
  @IsString()
  publishId: string;
}

export class PublishAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({ enum: PUBLICATION_STATUSES, description: STATUS_MEANING })
  status: PublicationStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'as planned by a person' })
  publishAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'IANA name: how people think of publishAt' })
  timeZone: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'while scheduled' })
  goesAt: string | null;

  @ApiProperty({
    type: String,
    enum: [...WAITS_FOR, null],
    nullable: true,
    description: 'while scheduled: its time, or a limit of TikTok’s that is used up',
  })
  waitsFor: WaitsFor | null;

  @ApiPropertyOptional({
    example:
      'Scheduled for 24 Nov 2026 at 00:10 (Europe/Berlin): the account has reached its limit of 15 posts in 24 hours.',
    description: 'while scheduled',
  })
  waits?: string;
}
