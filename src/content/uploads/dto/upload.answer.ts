import { ApiProperty } from '@nestjs/swagger';
import { PUBLICATION_STATUSES, type PublicationStatus } from '../../post/publication.entity.js';
import { PostProblemView } from '../../rules/post-problem.view.js';
import { MediaFactsView } from '../media/media-facts.view.js';
import type { ReceivedFile } from '../media-intake.js';

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

export function toUploadAnswer(received: ReceivedFile): UploadAnswer {
  const { publicationId, position, status, sizeBytes, sha256, mediaType, facts, findings } = received;
  const file = { position, status, sizeBytes, sha256, mediaType, facts: facts ?? {} };
  return { publishId: publicationId, ...file, ...findings };
}
