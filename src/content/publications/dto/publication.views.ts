import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import {
  PUBLICATION_STATUSES,
  WAITS_FOR,
  type PublicationStatus,
  type WaitsFor,
} from '../publication.entity.js';
import { STATUS_MEANING } from './meanings.js';
import { MediaFactsView } from '../../media/media-facts.view.js';
import { PostProblemView } from '../../rules/post-problem.view.js';
import type { TakenFile } from '../../uploads/media-intake.js';

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
      'Goes on 24 Nov 2026 at 00:10 (Europe/Berlin): the account has used its 15 posts of the last 24 hours.',
    description: 'while scheduled',
  })
  waits?: string;
}

export class UploadAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({
    enum: PUBLICATION_STATUSES,
    description: '`ready` once all files are here, `awaiting_upload` while others are missing',
  })
  status: PublicationStatus;

  @ApiProperty({ description: 'which of the files, from 0' })
  position: number;

  @ApiProperty()
  sizeBytes: number;

  @ApiProperty({ description: 'hex; compare it with your own to be sure' })
  sha256: string;

  @ApiProperty({ example: 'video/mp4' })
  mediaType: string;

  @ApiProperty({ type: MediaFactsView, description: 'what the file is; what could not be read is absent' })
  facts: MediaFactsView;

  @ApiProperty({
    type: [PostProblemView],
    description: 'why TikTok would refuse the file: publish-video refuses it, too',
  })
  problems: PostProblemView[];

  @ApiProperty({
    type: [PostProblemView],
    description: 'what to know about it; nothing is refused for these',
  })
  warnings: PostProblemView[];
}

export function toUploadAnswer(taken: TakenFile): UploadAnswer {
  const { publicationId, position, status, sizeBytes, sha256, mediaType, facts, findings } = taken;
  const file = { position, status, sizeBytes, sha256, mediaType, facts: facts ?? {} };
  return { publishId: publicationId, ...file, ...findings };
}
